import { findBrowser, launchBrowser } from '../src/pdf/launch-browser.ts';
import { startPageServer } from '../src/pdf/page-server.ts';
import { Printer } from '../src/pdf/print-page.ts';
import type { Settings } from '../src/settings.ts';
import { machine, tell } from './bench-console.ts';
import { fitPages, navigating, rawPrinting } from './bench-floor.ts';
import { pressByStages, sharedPrinting, StageClock, wholePress } from './bench-press.ts';
import { type Contestant, type Measured, REPEATS, runRounds } from './bench-rounds.ts';
import { buildSubject, type Subject } from './bench-subject.ts';

/** How fast the press prints, beside the least its browser takes. */
const ROUNDS = 5;

/** Measures printing, stage by stage, and prints the table. @throws {PressError} for content that is not right */
export async function benchPrinting(settings: Settings): Promise<void> {
  const { subject, stages } = await buildSubject(settings);
  console.log('Each stage of a build, once:');
  for (const [name, milliseconds] of stages)
    console.log(`  ${name.padEnd(40)}${milliseconds.toFixed(0).padStart(7)} ms`);

  const binary = await findBrowser(settings.cache);
  const browsers = await Promise.all([launchBrowser(binary), launchBrowser(binary), launchBrowser(binary)]);
  // The fitted pages are put in as soon as they are known.
  const files = new Map(subject.site.assets);
  const server = await startPageServer(files);
  try {
    const [browser] = browsers;
    console.log(`\n${machine()}, ${await browser.version()}`);
    const fitted = await fitPages(browser, server.origin, subject);
    for (const [url, html] of fitted) files.set(`${url.slice(1)}index.html`, new TextEncoder().encode(html));
    const floor = await rawPrinting(browser, server.origin, fitted, true);
    const clock = new StageClock();
    const open = (index: 0 | 1 | 2) => Printer.open(browsers[index], server.origin);
    const contestants: Contestant[] = [
      wholePress(subject, 2),
      wholePress(subject, 1),
      await pressByStages(browser, server.origin, subject, clock),
      floor,
      await rawPrinting(browser, server.origin, fitted, false),
      await navigating(browser, server.origin, fitted),
      sharedPrinting('fit and print, 2 pages in 1 browser', [await open(0), await open(0)], subject),
      sharedPrinting('fit and print, 2 browsers of 1 page', [await open(1), await open(2)], subject),
    ];
    const measured = await runRounds(contestants, ROUNDS, tell);
    tell('');
    printTable(measured, floor.name, subject);
    printRepair(measured, clock);
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await server.close();
  }
}

function printTable(measured: readonly Measured[], floor: string, { sheets }: Subject): void {
  const least = measured.find(({ name }) => name === floor)?.median ?? Number.NaN;
  console.log(`Printing ${sheets.length} sheets ${REPEATS} times a round, median of ${ROUNDS} rounds:`);
  console.log(`  ${''.padEnd(44)}  ms/PDF  (middle half)   PDF/s  × floor`);
  for (const { name, median, from, to, isStage } of measured) {
    const spread = `(${from.toFixed(1)}–${to.toFixed(1)})`;
    const speed = isStage ? '' : (1000 / median).toFixed(1);
    const columns = [
      median.toFixed(1).padStart(8),
      spread.padStart(15),
      speed.padStart(8),
      (median / least).toFixed(2).padStart(9),
    ];
    console.log(`  ${(isStage ? `  ${name}` : name).padEnd(44)}${columns.join('')}`);
  }
}

/** What the repair of a PDF costs beside printing it, and what it saves. */
function printRepair(measured: readonly Measured[], { sizes }: StageClock): void {
  const median = (name: string) => measured.find((one) => one.isStage && one.name === name)?.median ?? Number.NaN;
  const printing = ['swap: setContent', 'fit', 'address and waiting for fonts', 'Page.printToPDF'].map(median);
  const whole = printing.reduce((sum, time) => sum + time, 0);
  const repair = median('repair');
  const total = (which: 'printed' | 'repaired') =>
    [...sizes.values()].reduce((sum, size) => sum + size[which], 0) / sizes.size / 1000;
  const [before, after] = [total('printed'), total('repaired')];
  console.log(
    [
      `Repair: ${repair.toFixed(1)} ms a PDF beside ${whole.toFixed(1)} ms of printing (${(repair / whole).toFixed(2)} of it).`,
      `Size: ${before.toFixed(0)} kB as printed, ${after.toFixed(0)} kB repaired (${(after / before).toFixed(2)} of it).`,
    ].join('\n'),
  );
}
