import type { CompiledSheet } from '../src/stamp/stamp-group.ts';
import type { Growth, LeftOut } from './bench-growth.ts';
import type { PanelCost } from './bench-panels.ts';
import type { Measured } from './bench-rounds.ts';

/**
 * Files a second that there should be, by the name of what is measured; in brackets, what they are to be held against.
 * They are printed beside the figures, and judge nothing.
 */
const TARGETS: Readonly<Record<string, string>> = {
  'stamped, in memory': 'at least 25,000',
  'stamped, to disk': 'at least 5,000',
  'direct print, 2 browsers': '(20–40)',
};
const PANEL_TARGET = 'target: under 5 ms a panel';
const MEMORY_TARGET = 'target: under 512 MB at 100,000 files';

/** What panels cost, language by language. */
export function panelTable(costs: readonly PanelCost[]): string {
  const rows = costs.map(({ language, panels, printing, compiling, processor }) =>
    row(language.english, [
      panels,
      ...[printing, compiling, printing + compiling, processor].map((milliseconds) => milliseconds.toFixed(2)),
    ]),
  );
  const head = row('ms a panel, one browser', ['panels', 'browser', 'press', 'in all', 'CPU of press']);
  return [head, ...rows, `  ${PANEL_TARGET}`, ''].join('\n');
}

/** How fast the same sheets are made in each way. */
export function waysTable(measured: readonly Measured[], compiled: readonly CompiledSheet[], rounds: number): string {
  const direct = measured.find(({ name }) => name.startsWith('direct print'))?.median ?? Number.NaN;
  const rows = measured
    .filter(({ isStage }) => !isStage)
    .map(({ name, median, from, to }) =>
      row(name, [
        count(1000 / median),
        `(${count(1000 / to)}–${count(1000 / from)})`,
        count(direct / median),
        TARGETS[name] ?? '',
      ]),
    );
  const head = row(`median of ${rounds} rounds`, ['PDF/s', '(middle half)', '× direct', 'target']);
  return [`  ${count(compiled.length)} different files a round are stamped`, head, ...rows, ''].join('\n');
}

/** What becomes of speed and memory as files become more. */
export function growthTable(all: readonly (Growth | LeftOut)[]): string {
  const rows = all.map((one) =>
    'needed' in one
      ? `  ${count(one.files)} files: left out, they need ${megabytes(one.needed)} and the disk has ${megabytes(one.free)} free`
      : row(`${count(one.files)} files`, [
          count((1000 * one.files) / one.milliseconds),
          `${(one.milliseconds / 1000).toFixed(2)} s`,
          megabytes(one.bytes),
          megabytes(one.peak),
        ]),
  );
  const head = row('to disk, one thread', ['PDF/s', 'in all', 'written', 'most memory']);
  return [head, ...rows, `  ${MEMORY_TARGET}`].join('\n');
}

function row(name: string, cells: readonly (string | number)[]): string {
  return `  ${name.padEnd(36)}${cells.map((cell) => String(cell).padStart(18)).join('')}`;
}

function count(number: number): string {
  return number < 100 ? String(Number(number.toFixed(1))) : Math.round(number).toLocaleString('en');
}

function megabytes(bytes: number): string {
  return `${count(bytes / 1e6)} MB`;
}
