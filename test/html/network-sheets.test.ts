import { describe, expect, it } from 'vitest';
import { buildSheets, networkSheets, type SheetContext } from '../../src/html/build-sheets.ts';
import { readContent } from '../../src/read-content.ts';
import { copyFixtureSite, fixtureSettings } from '../fixture-site.ts';
import { scanQrCode } from './scan-qr-code.ts';

/** The sheets that a clinic of the fixture would have in a network, and those it has of its own. */
async function sheetsOfFull(address: string) {
  const settings = await fixtureSettings(await copyFixtureSite(), { address });
  const context: SheetContext = { ...(await readContent(settings)), settings };
  const sheets = buildSheets(context);
  const models = sheets.filter(({ clinic }) => clinic.id === settings.mainClinic);
  const [clinic] = context.records.clinics.filter(({ id }) => id !== settings.mainClinic);
  if (!clinic) throw new Error('The fixture has one clinic only.');
  return { network: networkSheets(models, clinic, context), own: sheets.filter((sheet) => sheet.clinic === clinic) };
}

describe('the sheets of a clinic of the network', () => {
  it('say of the clinic what sheets of its own say, but for where their code leads', async () => {
    const { network, own } = await sheetsOfFull('http://localhost:8080/');
    expect(network.map(({ id, panel }) => ({ id, panel }))).toEqual(own.map(({ id, panel }) => ({ id, panel })));
    expect(network.map(({ original }) => original?.panel)).toEqual(own.map(({ original }) => original?.panel));
  });

  it('share their panel in a language while no code leads to a page', async () => {
    const { network } = await sheetsOfFull('http://localhost:8080/');
    const english = network.filter(({ language }) => language.tag === 'en');
    expect(english.length).toBeGreaterThan(1);
    expect(new Set(english.map(({ panel }) => panel)).size).toBe(1);
    expect(network.flatMap(({ original }) => original?.panel ?? [])).toContain(english[0]?.panel);
  });

  it('have each a panel of their own once codes lead to their pages', async () => {
    const { network } = await sheetsOfFull('https://handouts.clinic-site.org/');
    expect(new Set(network.map(({ panel }) => panel)).size).toBe(network.length);
    // The clinic has no pages: those of the main clinic answer.
    const water = network.find(({ code }) => code === 'WAT-1-ar');
    expect(scanQrCode(water?.panel.qr.svg ?? '')).toBe('https://handouts.clinic-site.org/c/WAT-1-ar/');
  });
});
