import nunjucks from 'nunjucks/browser/nunjucks-slim.js';
import { templates } from 'press:panel-templates';
import { buildPanel, type Panel, type PanelClinic } from '../../html/build-panel.ts';
import { chooseNameLanguage } from '../../html/choose-name-language.ts';
import { formatsOf } from '../../html/format-table.ts';
import { panelFilters } from '../../html/panel-filters.ts';
import type { YoursData } from '../../html/yours-data.ts';
import { hasStranger } from './has-stranger.ts';

/** A clinic’s panel in the language of a sheet, and for the bilingual form in the source language beside it. */
export interface PanelParts {
  clinic: PanelClinic;
  own: YoursData;
  source: YoursData;
  isBilingual: boolean;
}

/** Draws a panel by the press’s own code and template, which the build has compiled: a page may not compile any. */
export function drawPanel({ clinic, own, source, isBilingual }: PanelParts): string {
  const environment = new nunjucks.Environment([new nunjucks.PrecompiledLoader(templates)], { autoescape: true });
  const dataOf = (locale: string) => (locale === own.language.tag ? own : source);
  for (const [name, filter] of panelFilters((locale) => toolsOf(dataOf(locale)))) environment.addFilter(name, filter);
  const panelIn = (data: YoursData): Panel =>
    buildPanel({
      clinic,
      tools: toolsOf(data),
      source: toolsOf(source),
      nameLanguage: (name) =>
        chooseNameLanguage(name, { languages: data.languages, source: source.language }, hasStranger),
      programOf: (id) => data.programs[id],
      renderText: (text) => ({ html: '', text }),
    });
  const panel = panelIn(own);
  return isBilingual
    ? environment.render('panel-pair.njk', {
        sheet: { language: own.language, panel },
        original: { language: source.language, panel: panelIn(source) },
      })
    : environment.render('panel.njk', { locale: own.language.tag, panel, panelId: 'panel', hasCode: true });
}

function toolsOf({ language, strings, formats }: YoursData) {
  return {
    language,
    t(key: string): string {
      const text = strings[key];
      if (text === undefined) throw new Error(`There is no interface string "${key}" for panels.`);
      return text;
    },
    formats: formatsOf(formats),
  };
}
