import { describe, expect, it } from 'vitest';
import { buildInputs } from '../../scripts/build-inputs.ts';
import { fixtureSettings, PROJECT } from '../fixture-site.ts';

describe('the inputs of a build', () => {
  it('are its content, the templates, the code, the packages, Node and the browser asked for', async () => {
    const { paths, facts } = buildInputs(await fixtureSettings(PROJECT), { PUPPETEER_EXECUTABLE_PATH: '/bin/chrome' });
    const names = ['content', 'locales', 'package-lock.json', 'scripts', 'src', 'templates'];
    expect(Object.keys(paths).sort()).toEqual(names);
    expect(facts).toMatchObject({ node: process.version, browser: '/bin/chrome' });
  });

  it('are not where it lies, the day, how many browsers print and what was asked of the cache', async () => {
    const settings = await fixtureSettings(PROJECT);
    const other = { output: '/elsewhere', cache: '/nowhere', today: '2030-01-01', workers: 8, fresh: true };
    expect(buildInputs({ ...settings, ...other }, {})).toEqual(buildInputs(settings, {}));
  });

  it('are every other option', async () => {
    const settings = await fixtureSettings(PROJECT);
    const { facts } = buildInputs(settings, {});
    expect(buildInputs({ ...settings, onlyLanguages: ['es'] }, {}).facts).not.toEqual(facts);
    const sharded = { ...settings, shard: { index: 1, count: 2 } };
    expect(buildInputs(sharded, {}).facts).not.toEqual(facts);
  });

  it('are the table of clinics, if there is one', async () => {
    const settings = { ...(await fixtureSettings(PROJECT)), clinicTable: 'clinics.csv' };
    expect(buildInputs(settings, {}).paths).toMatchObject({ clinicTable: 'clinics.csv' });
  });
});
