import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignClinicIds, type ClinicIdentity, isDeviceName } from '../../src/clinic/clinic-id.ts';
import { checkSlug } from '../../src/slug.ts';

function clinic(name: string, postalCode?: string, e164 = '+12135550142'): ClinicIdentity {
  const address =
    postalCode === undefined ? undefined : { street: '1 Example Street', city: 'X', state: 'Y', postalCode };
  return { name, address, phones: [{ number: { e164 } }] };
}

const idOf = (name: string, postalCode?: string): string | undefined =>
  assignClinicIds([clinic(name, postalCode)], new Set())[0];

describe('the id of a clinic', () => {
  it.each([
    ['Sample Clinic North', '90012', 'sample-clinic-north-90012'],
    ['Clínica «Ñandú», Women’s & Children’s', undefined, 'clinica-nandu-womens-childrens'],
    ['Phòng khám Đông', '90012-3456', 'phong-kham-dong-90012-3456'],
    ['STRAẞE ﬁve Ｗide', 'SW1A 1AA', 'strasse-five-wide-sw1a-1aa'],
    ['A'.repeat(80), '90012', `${'a'.repeat(44)}-90012`],
    ['عيادة نموذجية', '90012', 'clinic-cd99587f-90012'],
    ['示例診所', undefined, 'clinic-4bbad2f1'],
    ['CON', undefined, 'clinic-con'],
    ['Com¹', undefined, 'clinic-com1'],
    ['con', '90012', 'con-90012'],
  ])('of "%s" (%s) can be read', (name, postalCode, expected) => {
    expect(idOf(name, postalCode)).toBe(expected);
  });

  it('is the same whatever other clinics there are', () => {
    const ids = assignClinicIds([clinic('A', '1'), clinic('B', '1'), clinic('A', '2')], new Set(['c-1']));
    expect(ids).toEqual(['a-1', 'b-1', 'a-2']);
  });

  it('has a suffix of its own for each of two twins, and for the twin of a clinic with a file', () => {
    const twins = assignClinicIds([clinic('A', '1'), clinic('a', '1'), clinic('B', '1')], new Set(['b-1']));
    for (const id of twins) expect(id).toMatch(/^[ab]-1-x[0-9a-f]{8}$/);
    expect(new Set(twins).size).toBe(3);
  });

  it('keeps its suffix when more twins come', () => {
    const two = assignClinicIds([clinic('A', '1'), clinic('a', '1')], new Set());
    const three = assignClinicIds([clinic('á', '1'), clinic('A', '1'), clinic('a', '1')], new Set());
    expect(three.slice(1)).toEqual(two);
  });

  it('cannot be taken by a clinic whose name ends like a suffix', () => {
    const twins = [clinic('A', '1'), clinic('a', '1')];
    const [first = ''] = assignClinicIds(twins, new Set());
    const ids = assignClinicIds([...twins, clinic(first)], new Set());
    expect(new Set(ids).size).toBe(3);
  });
});

describe('the ids of any clinics', () => {
  const name = fc.oneof(
    fc.constantFrom('A', 'a', 'á', 'A.', 'con', 'nul', 'NUL ', '診所', 'عيادة', 'x'.repeat(70)),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  );
  const code = fc.option(fc.constantFrom('1', '2', '90012', 'x'.repeat(30), '—'), { nil: undefined });
  const any = fc.record({ name, code, phone: fc.constantFrom('+1', '+2') });
  const clinics = fc
    .uniqueArray(any, { maxLength: 30, selector: (one) => JSON.stringify(one) })
    .map((list) => list.map((one) => clinic(one.name.normalize('NFC'), one.code, one.phone)));
  const distinct = clinics.filter((list) => new Set(list.map((one) => JSON.stringify(one))).size === list.length);
  const taken = fc.constantFrom(new Set<string>(), new Set(['a', 'a-1', 'clinic-con', 'a-90012']));

  it('are slugs that every file system can hold, and no two are the same, even without letter case', () => {
    fc.assert(
      fc.property(distinct, taken, (list, others) => {
        const ids = assignClinicIds(list, others);
        expect(ids.flatMap((id) => checkSlug(id, 'x.csv'))).toEqual([]);
        expect(ids.filter(isDeviceName)).toEqual([]);
        expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(ids.length);
        expect(ids.filter((id) => others.has(id))).toEqual([]);
      }),
    );
  });

  it('do not depend on the order of the clinics', () => {
    fc.assert(
      fc.property(distinct, fc.infiniteStream(fc.nat()), (list, chance) => {
        const order = list.map((one) => ({ one, at: chance.next().value as number })).sort((a, b) => a.at - b.at);
        const shuffled = order.map(({ one }) => one);
        const ids = assignClinicIds(list, new Set());
        const again = assignClinicIds(shuffled, new Set());
        expect(shuffled.map((one, index) => [one, again[index]])).toEqual(
          shuffled.map((one) => [one, ids[list.indexOf(one)]]),
        );
      }),
    );
  });
});
