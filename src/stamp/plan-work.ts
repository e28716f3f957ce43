import type { Records } from '../clinic/read-records.ts';
import type { Sheet } from '../html/build-sheets.ts';
import type { Language } from '../i18n/languages.ts';
import type { Settings } from '../settings.ts';
import { type NetworkUnit, networkUnits } from './stamp-network.ts';

/** What one run of the press is to make: all there is, what was asked for alone, or its share. */
export interface WorkPlan {
  /** Sheets of the clinics that have pages. */
  own: Sheet[];
  units: NetworkUnit[];
  /** True if the website is made too, with the cards and packs: not for some clinics or languages alone. */
  hasSite: boolean;
}

/**
 * Plans a run. The work is a row of pieces: the website with its sheets, then the network, language by language; a part
 * of several takes its stretch of the row. The pieces are the same whatever part or clinic is asked for, and so are the
 * files.
 */
export function planWork(
  sheets: readonly Sheet[],
  { records, languages }: { records: Pick<Records, 'network'>; languages: readonly Language[] },
  { onlyClinics = [], onlyLanguages = [], shard = { index: 0, count: 1 }, mainClinic }: Settings,
): WorkPlan {
  const isAsked = (asked: readonly string[], id: string) => asked.length === 0 || asked.includes(id);
  const models = sheets.filter(({ clinic }) => clinic.id === mainClinic);
  const filesIn = (language: Language) =>
    models.filter((model) => model.language === language).reduce((sum, { files }) => sum + files.length, 0);
  const units = networkUnits(
    languages.filter((language) => filesIn(language) > 0),
    records.network,
  ).map((unit) => ({ ...unit, files: filesIn(unit.language) }));
  // The website is the first part’s, also where there are more parts than pieces.
  const first = (index: number) =>
    index === 0 ? 0 : Math.max(1, Math.floor((index * (units.length + 1)) / shard.count));
  const [from, to] = [first(shard.index), first(shard.index + 1)];
  const hasOwn = shard.index === 0;
  return {
    own: hasOwn
      ? sheets.filter((one) => isAsked(onlyClinics, one.clinic.id) && isAsked(onlyLanguages, one.language.tag))
      : [],
    units: units
      .slice(Math.max(0, from - 1), Math.max(0, to - 1))
      .filter(
        ({ language, clinics }) =>
          isAsked(onlyLanguages, language.tag) && clinics.some(({ id }) => isAsked(onlyClinics, id)),
      )
      .map((unit) => ({
        ...unit,
        wanted: new Set(unit.clinics.map(({ id }) => id).filter((id) => isAsked(onlyClinics, id))),
      })),
    hasSite: hasOwn && onlyClinics.length === 0 && onlyLanguages.length === 0,
  };
}
