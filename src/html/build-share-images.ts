import type { Language } from '../i18n/languages.ts';
import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import type { Settings } from '../settings.ts';
import type { StartPage } from './build-site-data.ts';
import { headingHtml } from './heading-html.ts';
import { createPartialsEnvironment } from './partials-environment.ts';

/** Pixels of the pictures that other programs show beside a link. */
export const SHARE_IMAGE_SIZE = { width: 1200, height: 630 };

/** Address that the pictures are drawn at: what they load lies beside it. */
export const SHARE_IMAGES_URL = '/share/';

/** A picture that is shown where somebody sends the address of a page. */
export interface ShareImage {
  /** Path within the output. */
  path: string;
  /** The page it is drawn from; it is not part of the site. */
  html: string;
}

/** Where the picture of a page is: of a handout in a language, or of the language's start page. */
export function shareImagePath(locale: string, handout?: string): string {
  return `assets/share/${handout === undefined ? locale : `${locale}-${handout}`}.png`;
}

/** Renders the page of every picture. All its letters stand on the page it belongs to, so that it needs no fonts of its own. */
export function buildShareImages(
  startPages: readonly StartPage[],
  tools: ReadonlyMap<string, LanguageTools>,
  { templates }: Pick<Settings, 'templates'>,
): ShareImage[] {
  const environment = createPartialsEnvironment(templates);
  const render = (language: Language, words: { title: string; text: string; draft: string }): string =>
    environment.render('share-image.njk', {
      ...{ language, ...words, ...SHARE_IMAGE_SIZE },
      siteName: toolsFor(tools, language.tag).t('site.name'),
    });
  return startPages.flatMap(({ language, sheets }) => {
    const { t } = toolsFor(tools, language.tag);
    const title = headingHtml(t('site.name'), language);
    return [
      { path: shareImagePath(language.tag), html: render(language, { title, text: t('site.intro'), draft: '' }) },
      ...sheets.map(({ handout, text, isDraft }) => ({
        path: shareImagePath(language.tag, handout.id),
        html: render(language, { title: text.title.html, text: '', draft: isDraft ? t('notice.draft') : '' }),
      })),
    ];
  });
}
