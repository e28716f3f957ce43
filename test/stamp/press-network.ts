import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildReport, type PressOptions, type Progress, runPress } from '../../src/pipeline.ts';
import type { Manifest, ManifestEntry } from '../../src/publish/manifest.ts';
import type { Settings } from '../../src/settings.ts';
import { copyFixtureSite, fixtureSettings } from '../fixture-site.ts';

/** A row of the table of a network, by its columns. */
export type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

const COLUMNS = [
  ...(['id', 'name', 'shortName', 'street', 'city', 'state', 'zip', 'phone', 'appointments', 'afterHours'] as const),
  ...(['text', 'fax', 'interpreterLine', 'web', 'hours', 'languages', 'programs'] as const),
];

/** A second program of the fixture site. */
const RIDES = `name: Rides to the Clinic
owner: Test Department of Roads
phone: "+18005550188"
checkedOn: 2026-11-01
reviewBy: 2027-05-01
sources: [Invented for the tests]
texts:
  en: { offer: A ride to your visit., who: For people without a car., limits: It does not wait for you. }
  ar: { offer: توصيل إلى موعدكم., who: للأشخاص الذين لا يملكون سيارة., limits: لا ينتظركم السائق. }
`;

const ADDRESS = { street: '1 Example Street', city: 'Los Angeles', state: 'California', zip: '90012' };

/** Clinics of all kinds, none of whose phones is another’s. */
export const NETWORK: Row[] = [
  { id: 'plain', name: 'Plain Street Clinic', ...ADDRESS, phone: '(310) 555-0100' },
  { id: 'bare-number', name: 'Number Clinic', phone: '310-555-0101' },
  {
    id: 'long',
    name: 'Sample Family Health Center of the Upper and Lower Example Valley, Women’s and Children’s Services',
    shortName: 'Upper Valley',
    ...{ ...ADDRESS, street: '2 Example Street' },
    phone: '(310) 555-0102',
    programs: 'free-checkup',
  },
  {
    id: 'phones',
    name: 'Three Phones Clinic',
    ...{ phone: '(310) 555-0103', appointments: '(310) 555-0104', afterHours: '(310) 555-0105' },
  },
  { id: 'arabic', name: 'عيادة نموذجية', ...ADDRESS, phone: '(310) 555-0106', programs: 'free-checkup; rides' },
  { id: 'arabic-bare', name: 'عيادة أخرى', phone: '+13105550107' },
  { id: 'accents', name: 'Clínica de Muestra Ñandú', phone: '(310) 555-0108', languages: 'en; ar' },
  {
    id: 'quoted',
    name: 'Sample "Corner" Clinic, Inc.',
    ...{ ...ADDRESS, street: '7 Example Street, Suite "B"' },
    phone: '(310) 555-0109',
  },
  {
    id: 'everything',
    name: 'Everything Clinic',
    ...{ ...ADDRESS, street: '8 Example Street' },
    ...{ phone: '(310) 555-0110', appointments: '(310) 555-0111', afterHours: '(310) 555-0112' },
    ...{ text: '(310) 555-0113', fax: '(310) 555-0114', interpreterLine: '(310) 555-0115' },
    web: 'everything.example.org',
    hours: 'Mon, Wed, Fri 09:00-12:00, 13:00-17:00\nTue & Thu 10:00-19:00',
    ...{ languages: 'English, Arabic', programs: 'free-checkup; rides' },
  },
  { id: 'web', name: 'Web Clinic', phone: '(310) 555-0116', web: 'web.example.org', programs: 'rides' },
  { id: 'twin-1', name: 'Twin Clinic', ...ADDRESS, phone: '(310) 555-0117' },
  { id: 'twin-2', name: 'Twin Clinic', ...ADDRESS, phone: '(310) 555-0118' },
];

/** What a build of a network is given beside the fixture site. */
export interface NetworkBuild extends PressOptions {
  rows?: readonly Row[];
  changes?: Parameters<typeof copyFixtureSite>[0];
  settings?: Partial<Settings>;
  progress?: Partial<Progress>;
  /** A folder to build in again, with no changes but to its table. */
  root?: string;
}

/** A build of a network, and every file it lists. */
export interface PressedNetwork {
  root: string;
  output: string;
  report: BuildReport;
  /** Hashes by path: of the files of the site, of the network, and of the network's lists. */
  hashes: Record<string, string>;
}

/** Builds the fixture site with a network of clinics. */
export async function pressNetwork({
  rows = NETWORK,
  changes,
  settings: overrides,
  progress,
  root: existing,
  ...options
}: NetworkBuild = {}): Promise<PressedNetwork> {
  const root = existing ?? (await copyFixtureSite({ 'content/programs/rides.yaml': RIDES, ...changes }));
  const clinicTable = join(root, 'network.csv');
  await writeFile(clinicTable, tableOf(rows));
  const settings = await fixtureSettings(root, { clinicTable, ...overrides });
  const silent: Progress = { stage: () => undefined, step: () => undefined, tell: () => undefined };
  const report = await runPress(settings, { ...silent, ...progress }, options);
  return { root, output: settings.output, report, hashes: await readHashes(settings.output) };
}

/** The CSV table of rows. */
export function tableOf(rows: readonly Row[]): string {
  const quote = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const cells = rows.map((row) => COLUMNS.map((column) => quote(row[column] ?? '')));
  return [COLUMNS, ...cells].map((line) => `${line.join(',')}\r\n`).join('');
}

/** The hashes of all files of an output as its lists give them, each compared with the file. */
export async function readHashes(output: string): Promise<Record<string, string>> {
  const { files, network = [] } = JSON.parse(await readFile(join(output, 'manifest.json'), 'utf8')) as Manifest;
  const lists = await Promise.all(
    network.map(async ({ path }) => {
      return (JSON.parse(await readFile(join(output, path), 'utf8')) as { files: ManifestEntry[] }).files;
    }),
  );
  const listed = [...files, ...network, ...lists.flat()];
  for (const { path, sha256 } of listed) {
    const hash = createHash('sha256')
      .update(await readFile(join(output, path)))
      .digest('hex');
    if (hash !== sha256) throw new Error(`${path} is not as its list says.`);
  }
  return Object.fromEntries(listed.map(({ path, sha256 }) => [path, sha256]));
}

/** Of some hashes, those of the PDFs of clinics of the network. */
export function networkHashes(
  { hashes }: Pick<PressedNetwork, 'hashes'>,
  isWanted: (path: string) => boolean = () => true,
): Record<string, string> {
  const isOwn = (path: string) => !/^print\/(?:full|bare)\//.test(path) && /^print\/[^/]+\/\w+\//.test(path);
  return Object.fromEntries(Object.entries(hashes).filter(([path]) => isOwn(path) && isWanted(path)));
}
