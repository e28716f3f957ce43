// The package ships no types; these are the parts used here.
declare module '@11ty/eleventy' {
  export const I18nPlugin: unknown;
  /** Renders a site. */
  export class Eleventy {
    constructor(input: string, output: string, options: object);
    disableLogger(): void;
    toJSON(): Promise<unknown>;
  }
}
