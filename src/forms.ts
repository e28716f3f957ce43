import { A4, LETTER, type Paper, PHONE_SCREEN, WIDE_MARGINS } from './paper.ts';

/** The forms in which a handout can be had, each a PDF of its own. */
export const FORM_NAMES = ['standard', 'a4', 'large-print', 'bilingual', 'phone', 'ink-saver'] as const;
/** One of {@link FORM_NAMES}. */
export type FormName = (typeof FORM_NAMES)[number];

/** How one form of a handout is laid out. */
export interface Form {
  name: FormName;
  /** Its label among the interface strings. */
  label: string;
  paper: Paper;
  /** True for one sheet, front and back, in the largest text that fits; else it takes as many pages as it needs. */
  isTwoSided: boolean;
  /** True where the parts of the footer stand below each other: side by side they would not fit. */
  hasStackedFooter: boolean;
  /** Letter size of the footer, as CSS writes it. */
  footerSize: string;
  /** Its colour: black where nothing may be grey, to be read by those who see poorly or to save ink. */
  footerColour: '#333' | '#000';
  /** What still passes from phone to phone over a slow network; more is a warning. */
  mostBytes: number;
}

const SHEET = {
  paper: LETTER,
  isTwoSided: true,
  hasStackedFooter: false,
  footerSize: '8.5pt',
  footerColour: '#333',
  mostBytes: 200_000,
} as const;

/** Every form. What each looks like is in templates/styles/forms.css. */
export const FORMS: Record<FormName, Form> = {
  standard: { ...SHEET, name: 'standard', label: 'forms.standard' },
  a4: { ...SHEET, name: 'a4', label: 'forms.a4', paper: A4 },
  'large-print': {
    name: 'large-print',
    label: 'forms.largePrint',
    paper: WIDE_MARGINS,
    isTwoSided: false,
    hasStackedFooter: true,
    footerSize: '18pt',
    footerColour: '#000',
    mostBytes: 250_000,
  },
  bilingual: { ...SHEET, name: 'bilingual', label: 'forms.bilingual', isTwoSided: false, mostBytes: 250_000 },
  phone: {
    name: 'phone',
    label: 'forms.phone',
    paper: PHONE_SCREEN,
    isTwoSided: false,
    hasStackedFooter: true,
    footerSize: '8pt',
    footerColour: '#333',
    mostBytes: 150_000,
  },
  'ink-saver': { ...SHEET, name: 'ink-saver', label: 'forms.inkSaver', footerColour: '#000' },
};
