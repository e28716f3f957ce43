/** `fontverter` ships no types; this is the part that is used. */
declare module 'fontverter' {
  export function convert(font: Uint8Array, toFormat: 'woff2', fromFormat: 'sfnt'): Promise<Uint8Array>;
}
