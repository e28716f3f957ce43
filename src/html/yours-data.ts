import type { Language } from '../i18n/languages.ts';
import type { FormName } from '../forms.ts';
import type { PanelProgram } from './build-panel.ts';
import type { FormatTable } from './format-table.ts';

/** What a page needs to make panels in one language; it is a file of the site, `assets/yours/<tag>.json`. */
export interface YoursData {
  language: Language;
  /** All of the press: a name may be in one of them. */
  languages: readonly Language[];
  /** The interface strings of panels, by key. */
  strings: Record<string, string>;
  formats: FormatTable;
  /** By id. */
  programs: Record<string, PanelProgram>;
  /** The sheets there are in this language, by handout. */
  sheets: Record<string, YoursSheet>;
}

/** A sheet that can be had with a panel of one’s own. */
export interface YoursSheet {
  /** Address within the site of the page of each form. */
  urls: Partial<Record<FormName, string>>;
  /** Its footer where the parts stand below each other, as CSS. */
  stackedFooter: string;
}
