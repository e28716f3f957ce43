/** What a page asks the worker for. */
export interface KeepRequest {
  /** Path of the page from the site's root. */
  page: string;
  /** Paths of what it has loaded. */
  loaded: string[];
  /** The language to keep as a whole; missing for pages of none, and where the phone is set to save data. */
  locale?: string;
  /** Also its PDFs. */
  withPrints?: boolean;
}

/** What the worker answers once it is done. */
export type KeepAnswer = 'saved' | 'failed';
