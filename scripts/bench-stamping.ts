import type { Progress } from '../src/pipeline.ts';
import type { Settings } from '../src/settings.ts';
import { machine, tell } from './bench-console.ts';
import { embedding } from './bench-embedding.ts';
import { measureGrowth } from './bench-growth.ts';
import { buildNetworkSubject, directSubject } from './bench-network.ts';
import { openOneBrowser } from './bench-one-browser.ts';
import { compileNetwork } from './bench-panels.ts';
import { wholePress } from './bench-press.ts';
import { runRounds } from './bench-rounds.ts';
import { growthTable, panelTable, waysTable } from './bench-stamping-tables.ts';
import { stampingInMemory, stampingToDisk } from './bench-stamps.ts';

/** How fast sheets are stamped for a network, beside other ways to make the same files. */
const ROUNDS = 5;

/** Measures stamping and prints its tables. @throws {PressError} for content that is not right */
export async function benchStamping(settings: Settings, { stage }: Pick<Progress, 'stage'>): Promise<void> {
  stage('Making the pages of a few languages');
  const subject = await buildNetworkSubject(settings);
  const shop = await openOneBrowser(subject.site, settings.cache);
  try {
    console.log(`${machine()}, ${await shop.browser.version()}`);
    stage('Printing and compiling the panels');
    const { compiled, costs } = await compileNetwork(subject, shop, tell);
    tell('');
    console.log(panelTable(costs));

    stage('Stamping, and other ways to make the same sheets');
    const direct = await directSubject(subject);
    const ways = [
      stampingInMemory(compiled),
      stampingToDisk(compiled),
      wholePress(direct, 1),
      wholePress(direct, 2),
      await embedding(subject, shop),
    ];
    const measured = await runRounds(ways, ROUNDS, tell);
    tell('');
    console.log(waysTable(measured, compiled, ROUNDS));

    stage('Stamping more and more files, each count in a process of its own');
    const growth = await measureGrowth(compiled, tell);
    tell('');
    console.log(growthTable(growth));
  } finally {
    await shop.close();
  }
}
