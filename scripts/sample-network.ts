/** Real area codes of California, New York, Illinois, Texas and Florida: numbers in them can be dialled by form. */
const AREAS = ['213', '310', '323', '415', '510', '559', '619', '714', '818', '916', '212', '312', '512', '713', '305'];
const CITIES = [
  ['Los Angeles', 'California', '900'],
  ['San José', 'California', '951'],
  ['New York', 'New York', '100'],
  ['Chicago', 'Illinois', '606'],
  ['Houston', 'Texas', '770'],
] as const;
/** Words for "Sample Clinic" in scripts that run both ways, with and without spaces and accents. */
const NAMES = [
  'Sample Clinic',
  'Sample Family Health Center of the Upper and Lower Example Valley, Women’s and Children’s Services',
  'Clínica de Muestra Ñandú',
  'عيادة نموذجية',
  '示例診所',
  'درمانگاه نمونه',
  'Phòng khám Mẫu Đông',
  'Sample "Corner" Clinic, Inc.',
] as const;
const HOURS = [
  '',
  'Mon-Fri 08:30-17:00',
  'Mon-Thu 8:30 am-5 pm; Fri 8:30 am-12 pm; Sat, Sun closed',
  'Mon, Wed, Fri 09:00-12:00, 13:00-17:00\nTue & Thu 10:00-19:00\nSat 10:00-14:00',
] as const;
const LANGUAGES = ['', 'en; es', 'English, Spanish, Tagalog', 'en; zh-Hant; Vietnamese; Haitian Creole'] as const;
const HEADER = [
  ...['name', 'shortName', 'street', 'city', 'state', 'zip', 'phone', 'appointments', 'afterHours'],
  ...['interpreterLine', 'web', 'hours', 'languages', 'programs'],
];

/** What the rows of a sample may name. */
export interface SampleOptions {
  /** Ids of programs of the project; a row has none, one or two of them. */
  programs?: readonly string[];
}

/**
 * Makes the CSV table of a network of clinics that do not exist, for tests and measurements: short and long names in
 * several scripts, with and without address, hours and further phones. The same count gives the same text, and a
 * smaller one its beginning. Phones are of the block 555-0100 to 555-0199, which is kept for fiction (ATIS-0300115).
 */
export function sampleNetwork(count: number, { programs = ['every-woman-counts'] }: SampleOptions = {}): string {
  const rows = Array.from({ length: count }, (_, index) => sampleRow(index, programs));
  return [HEADER, ...rows].map((cells) => `${cells.map(quote).join(',')}\r\n`).join('');
}

function sampleRow(index: number, programs: readonly string[]): string[] {
  const number = String(index + 1).padStart(4, '0');
  const [city, state, zip] = pick(CITIES, index);
  const hasAddress = index % 7 !== 6;
  return [
    `${pick(NAMES, index)} ${number}`,
    index % 3 === 0 ? `Sample ${number}` : '',
    ...(hasAddress
      ? [`${index + 1} Example Street`, city, state, `${zip}${String(index % 100).padStart(2, '0')}`]
      : ['', '', '', '']),
    phone(index),
    index % 4 === 0 ? phone(index + 1) : '',
    index % 8 === 0 ? phone(index + 2) : '',
    index % 5 === 0 ? phone(index + 3) : '',
    index % 2 === 0 ? `clinic-${number}.example.org` : '',
    pick(HOURS, index),
    pick(LANGUAGES, index),
    programs.slice(0, index % 3).join('; '),
  ];
}

/** In the three ways in which people write numbers. */
function phone(index: number): string {
  const [area, line] = [pick(AREAS, index), `01${String(index % 100).padStart(2, '0')}`];
  return pick([`(${area}) 555-${line}`, `${area}-555-${line}`, `+1${area}555${line}`], index);
}

function pick<T>(choices: readonly T[], index: number): T {
  return choices[index % choices.length] as T;
}

function quote(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
