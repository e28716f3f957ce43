import { describe, expect, it } from 'vitest';
import { parseClinicTable } from '../../src/clinic/parse-clinic-table.ts';
import { recordTexts } from '../../src/clinic/record-texts.ts';
import { sampleNetwork } from '../../scripts/sample-network.ts';

const CHECK = { country: 'US', languages: [], programIds: [], takenIds: [] } as const;

function textsOf(csv: string) {
  const { value: network } = parseClinicTable(csv, 'network.csv', CHECK);
  return recordTexts({ clinics: [], network, programs: [], clinicIds: [], unreadPrograms: [] });
}

describe('the texts of the clinics of a network', () => {
  it('are given as the characters that each row is the first to have, so that a font is missed in the right row', () => {
    expect(textsOf('name,phone,shortName\nBaa,213-555-0142,\nA ab,213-555-0143,c\nab,213-555-0144,\n')).toEqual([
      { text: 'Ba', where: { file: 'network.csv', line: 2 } },
      { text: 'A bc', where: { file: 'network.csv', line: 3 } },
    ]);
  });

  it('are not more for more clinics of the same letters', () => {
    const plain = sampleNetwork(600, { programs: [] }).replaceAll(/en; zh-Hant.*?Creole|English.*?Tagalog/g, 'en');
    const letters = textsOf(plain)
      .map(({ text }) => text)
      .join('');
    expect([...letters]).toHaveLength(new Set(letters).size);
  });
});
