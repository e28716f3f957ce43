import type { Form } from '../forms.ts';
import type { Language } from '../i18n/languages.ts';
import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import { contentBox } from '../paper.ts';
import type { Settings } from '../settings.ts';
import type { Panel } from './build-panel.ts';
import { createPartialsEnvironment } from './partials-environment.ts';
import { templateFilters } from './template-filters.ts';

/** A clinic's panel for one language, and for the bilingual form the one in the source language beside it. */
export interface PanelContent {
  panel: Panel;
  original?: Panel;
}

/** Renders a panel by the very template that pages have it from. @param number tells its ids from those of others */
export type RenderPanel = (content: PanelContent, number: number) => string;

/** Address that panels are printed at: what they load lies beside it. */
export const PANELS_URL = '/panels/';

/** Prepares the templates of panels, once for all languages. @returns what renders panels in a language */
export function createPanelRenderers(
  tools: ReadonlyMap<string, LanguageTools>,
  { templates, sourceLocale }: Pick<Settings, 'templates' | 'sourceLocale'>,
): (own: Language) => RenderPanel {
  const environment = createPartialsEnvironment(templates);
  for (const [name, filter] of templateFilters(tools)) environment.addFilter(name, filter);
  const { language: source } = toolsFor(tools, sourceLocale);
  const page = { url: PANELS_URL };
  return (own) =>
    ({ panel, original }, number) => {
      const html = original
        ? environment.render('panel-pair.njk', {
            page,
            sheet: { language: own, panel },
            original: { language: source, panel: original },
          })
        : environment.render('panel.njk', { page, locale: own.tag, panel, panelId: 'panel', hasCode: true });
      return html.replaceAll(/ (id|aria-labelledby)="([^"]+)"/g, ` $1="$2-${number}"`);
    };
}

/** What a page of panels is made of. */
export interface PanelPageParts {
  language: Language;
  form: Form;
  /** Rendered panels, in the order in which they are to be printed. */
  panels: readonly string[];
  /** Styles of the forms, and of the fonts that the panels need. */
  formStyles: string;
  fontStyles: string;
}

/**
 * A page to print many panels from, each on a page of its own that is as large as what text may fill on the paper of
 * the form.
 */
export function panelPage({ language, form, panels, formStyles, fontStyles }: PanelPageParts): string {
  const { width, margins } = form.paper;
  // Not in whole pixels: lines break as they do between the margins of A4, which is 793.7 pixels wide.
  const size = `calc(${width} - ${2 * margins.beside}px) ${contentBox(form.paper).height}px`;
  // A ground would be painted over the sheet that the panel is put on.
  const paper = `@page{size:${size};margin:0}:root{background:none}`;
  const styles = form.name === 'standard' ? '' : formStyles;
  return `<!doctype html>
<html data-form="${form.name}" lang="${language.tag}" dir="${language.dir}">
<head>
<meta charset="utf-8">
<title>${language.tag}</title>
<link rel="stylesheet" href="../assets/site.css">
<style>${fontStyles}\n${styles}\n${paper}</style>
</head>
<body>
<div class="sheet">
${panels.map((panel) => `<div class="panel-page">\n${panel}\n</div>`).join('\n')}
</div>
</body>
</html>
`;
}
