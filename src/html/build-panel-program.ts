import type { Program } from '../clinic/record-schemas.ts';
import type { LanguageTools } from '../i18n/language-tools.ts';
import type { PanelProgram, RenderText } from './build-panel.ts';

/** What a panel says of a program, in one language: the source's where its texts are not translated. */
export function buildPanelProgram(
  program: Program,
  {
    tools,
    source,
    today,
    renderText,
  }: { tools: LanguageTools; source: LanguageTools; today: string; renderText: RenderText },
): PanelProgram {
  const own = program.texts[tools.language.tag];
  const language = own ? tools.language : source.language;
  const { offer, who, limits } = own ?? program.texts[source.language.tag] ?? { offer: '', who: '', limits: '' };
  const isOverdue = today > program.reviewBy;
  return {
    name: program.name,
    texts: [offer, who, limits].map((text) => ({ ...renderText(text, language), language })),
    phone: program.phone,
    confirm: isOverdue ? tools.t('program.confirm', { date: tools.formats.date(program.checkedOn) }) : undefined,
  };
}
