import { po, type GetTextTranslation, type GetTextTranslations } from 'gettext-parser';
import type { ExchangeFile, ExchangePassage, Note } from './exchange-file.ts';
import { pluralForms } from './plural-forms.ts';

/** Lines of a PO file are not longer than gettext's own. */
const LINE_LENGTH = 78;

/**
 * Writes a file for tools that know gettext. A passage is a message of raw Markdown; its context says which it is, so
 * that the same words in two places stay two messages: `calciphylaxis#danger-signs/0`. What is not yet translated from
 * today's words, or only by a machine, is marked fuzzy. There is no date in it: the same texts give the same bytes.
 */
export function writePo(file: ExchangeFile): string {
  const plural = pluralForms(file.locale);
  const headers = {
    'project-id-version': 'handout-press',
    language: file.locale.replaceAll('-', '_'),
    'MIME-Version': '1.0',
    'content-type': 'text/plain; charset=UTF-8',
    'content-transfer-encoding': '8bit',
    ...(plural !== undefined && { 'plural-forms': plural }),
  };
  const head: GetTextTranslation = {
    msgid: '',
    msgstr: [''],
    comments: { translator: [file.original, ...file.notes.map(lineOf)].join('\n') },
  };
  const translations: GetTextTranslations['translations'] = { '': { '': head } };
  for (const group of file.groups) {
    for (const passage of group.passages) {
      const context = poContext(file, passage.id);
      translations[context] = { [passage.source]: messageOf(passage, context, file) };
    }
  }
  const table = { charset: 'utf-8', headers, translations };
  return po.compile(table, { foldLength: LINE_LENGTH }).toString('utf8').trimEnd() + '\n';
}

/** How a passage is called in a PO file. */
export function poContext({ name }: Pick<ExchangeFile, 'name'>, id: string): string {
  return `${name}#${id.replace('.', '/')}`;
}

function messageOf(passage: ExchangePassage, context: string, file: ExchangeFile): GetTextTranslation {
  const { source, target = '', former, state, line, notes } = passage;
  const extracted = notes.filter(({ category }) => category !== 'former' || former === undefined).map(lineOf);
  return {
    msgctxt: context,
    msgid: source,
    msgstr: [target],
    comments: {
      translator: '',
      extracted: extracted.join('\n'),
      reference: line === undefined ? file.original : `${file.original}:${line}`,
      flag: target !== '' && state === 'initial' ? 'fuzzy' : '',
      previous: target !== '' && former !== undefined ? `msgid ${JSON.stringify(former)}` : '',
    },
  };
}

function lineOf({ category, text }: Note): string {
  return category === 'glossary' ? `Agreed word: ${text}` : text;
}
