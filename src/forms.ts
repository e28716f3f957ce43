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
  /** The rooms it may have for a clinic's panel, the one to be tried first at the front. */
  slots: readonly Slot[];
}

/**
 * Room for a clinic's panel on a sheet, which is printed without one; lengths in CSS pixels. It is either what the text
 * leaves on the back, `preferred` or more where the text can be that small, and `ample` before those who
 * write on the sheet get more room; or a box below the text; or whole pages.
 */
export type Slot =
  | { kind: 'rest'; preferred: number; least: number; ample: number }
  | { kind: 'box'; height: number }
  | { kind: 'pages'; count: number };

/** Seven centimetres: name, phone, address, hours and one program in most languages. The least is a name with a phone. */
const REST: Slot = { kind: 'rest', preferred: 264, least: 120, ample: 330 };

const pages = (count: number): Slot => ({ kind: 'pages', count });

const SHEET = {
  paper: LETTER,
  isTwoSided: true,
  hasStackedFooter: false,
  footerSize: '8.5pt',
  footerColour: '#333',
  mostBytes: 200_000,
  slots: [REST],
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
    slots: [1, 2, 3, 4].map(pages),
  },
  bilingual: {
    ...SHEET,
    name: 'bilingual',
    label: 'forms.bilingual',
    isTwoSided: false,
    mostBytes: 250_000,
    // Two panels side by side, each with one program.
    slots: [{ kind: 'box', height: 660 }, pages(1), pages(2), pages(3)],
  },
  phone: {
    name: 'phone',
    label: 'forms.phone',
    paper: PHONE_SCREEN,
    isTwoSided: false,
    hasStackedFooter: true,
    footerSize: '8pt',
    footerColour: '#333',
    // Chinese needs that much; all other languages stay below 150 kB.
    mostBytes: 170_000,
    slots: [1, 2, 3, 4, 5].map(pages),
  },
  'ink-saver': { ...SHEET, name: 'ink-saver', label: 'forms.inkSaver', footerColour: '#000' },
};

/** Smallest and largest body text of a form, in points: one size where it may take as many pages as it needs. */
export function bodySizeOf(
  form: Pick<Form, 'name' | 'isTwoSided'>,
  { bodySize, largePrintSize }: { bodySize: { min: number; max: number }; largePrintSize: number },
): { min: number; max: number } {
  if (form.isTwoSided) return bodySize;
  const size = form.name === 'large-print' ? largePrintSize : bodySize.min;
  return { min: size, max: size };
}
