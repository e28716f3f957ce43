import type { Form } from '../forms.ts';
import type { Sheet } from '../html/build-sheets.ts';

/** A finished PDF, read back and found whole. */
export interface PrintedFile {
  pdf: string;
  bytes: Uint8Array;
  /** Size of its body text. */
  points: number;
  pages: number;
}

/** The finished PDF of a form of a sheet. */
export interface PrintedSheet extends PrintedFile {
  sheet: Sheet;
  form: Form;
}
