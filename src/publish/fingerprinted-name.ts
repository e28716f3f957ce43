/** The folder whose files get names that change with their content, so that browsers may keep them for ever. */
export const ASSETS = 'assets/';

/**
 * The hash in the name of an asset, such as `3f2a9c1d` of `assets/site.3f2a9c1d.css`; nothing for all other files.
 * Runs in readers' browsers as well.
 */
export function hashInName(path: string): string | undefined {
  return /^assets\/.*\.([0-9a-f]{8})\.[a-z0-9]+$/.exec(path)?.[1];
}
