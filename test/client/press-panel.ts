import { clinicSchema } from '../../src/clinic/record-schemas.ts';
import type { Details } from '../../src/client/yours/details.ts';
import { buildPanel, type Panel } from '../../src/html/build-panel.ts';
import { buildPanelProgram } from '../../src/html/build-panel-program.ts';
import { createTextRenderer } from '../../src/html/build-sheets.ts';
import { languageOfName } from '../../src/html/language-of-name.ts';
import { createPanelRenderers } from '../../src/html/render-panels.ts';
import { toolsFor } from '../../src/i18n/language-tools.ts';
import type { BuiltSite } from '../html/build-fixture-site.ts';

/** What staff of a clinic may type. */
export const DETAILS: Details = {
  name: 'Anywhere <Clinic> & Sons',
  shortName: 'Anywhere',
  appointments: '(310) 706-2594',
  main: '1-800-555-0101',
  fax: '310.706.2595',
  interpreterLine: '+1 800 555 0104',
  website: 'anywhere.clinic-site.org',
  street: '1 Main Street',
  city: 'Los Angeles',
  state: 'California',
  postalCode: '90001',
  days1: ['monday', 'tuesday', 'wednesday', 'friday'],
  opens1: '08:30',
  closes1: '11:45',
  languages: ['en', 'ar'],
  programs: ['free-checkup'],
};
/** The same as a file of the press has it. */
const RECORD = {
  name: 'Anywhere <Clinic> & Sons',
  shortName: 'Anywhere',
  phones: [
    { number: '+13107062594', use: 'appointments' },
    { number: '+18005550101', use: 'main' },
    { number: '+13107062595', use: 'fax' },
  ],
  interpreterLine: '+18005550104',
  website: 'https://anywhere.clinic-site.org',
  address: { street: '1 Main Street', city: 'Los Angeles', state: 'California', postalCode: '90001' },
  hours: [{ days: ['monday', 'tuesday', 'wednesday', 'friday'], opens: '08:30', closes: '11:45' }],
  languages: ['en', 'ar'],
  programs: ['free-checkup'],
};

/** The panel that the press renders for a clinic of its own with these details. */
export function pressPanel({ settings, content }: BuiltSite, locale: string, isBilingual: boolean): string {
  const source = toolsFor(content.tools, settings.sourceLocale);
  const clinic = { ...clinicSchema('US').parse(RECORD), id: 'anywhere' };
  const languages = [...content.tools.values()].map(({ language }) => language);
  const panelIn = (tag: string): Panel => {
    const tools = toolsFor(content.tools, tag);
    const renderText = createTextRenderer({ ...content, settings });
    return buildPanel({
      ...{ clinic, tools, source, renderText },
      nameLanguage: (name) => languageOfName(name, languages, source.language),
      programOf: (id) => {
        const program = content.records.programs.find((known) => known.id === id);
        return program && buildPanelProgram(program, { tools, source, today: settings.today, renderText });
      },
    });
  };
  const { language } = toolsFor(content.tools, locale);
  const render = createPanelRenderers(content.tools, settings)(language);
  const original = isBilingual ? { original: panelIn('en') } : {};
  return render({ panel: panelIn(locale), ...original }, 7).replaceAll(
    / (id|aria-labelledby)="([^"]+)-7"/g,
    ' $1="$2"',
  );
}
