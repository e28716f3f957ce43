import type { Settings } from '../../src/settings.ts';
import { buildFixtureSite } from '../html/build-fixture-site.ts';
import type { ShippedContent } from '../shipped-content.ts';
import { printBuilt } from './print-built-site.ts';

/** A site with all that was printed of it. */
export type PrintedSite = Omit<ShippedContent, 'folder'>;

/** Builds the fixture site with some of its files changed, and prints it. */
export async function printFixtureSite(
  changes: Parameters<typeof buildFixtureSite>[0],
  overrides: Partial<Settings>,
): Promise<PrintedSite> {
  const built = await buildFixtureSite(changes, overrides);
  const { value: printed, others, problems } = await printBuilt(built);
  const { settings, sheets, site, content } = built;
  return { settings, sheets, site, printed, others, tools: content.tools, problems: [...built.problems, ...problems] };
}
