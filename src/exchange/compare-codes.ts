import { type Code, codeKey, type CodeKind, codesOf, splitCodes } from './inline-codes.ts';
import { localiseLinks } from './localise-links.ts';

const NAMES: Record<CodeKind, string> = {
  fact: 'the fact',
  picture: 'the picture',
  line: 'the line to write on',
  bold: 'the bold mark',
  link: 'the link',
  language: 'the mark of another language',
};

/**
 * Compares the codes of a translation with those of its source: each must be there, and none twice. Words of another
 * language are marked as each language needs it.
 * @returns what is wrong, as parts of a sentence: `lacks the fact {{emergency}}`
 */
export function compareCodes(source: string, target: string, from: string, to: string): string[] {
  const wanted = codesIn(localiseLinks(source, from, to));
  const found = codesIn(target);
  const lost = without(wanted, found);
  const extra = without(found, wanted);
  return [
    ...(lost.length > 0 ? [`lacks ${lost.map(nameOf).join(', ')}`] : []),
    ...(extra.length > 0 ? [`has ${extra.map(nameOf).join(', ')} too many`] : []),
  ];
}

function codesIn(text: string): Code[] {
  return codesOf(splitCodes(text)).filter(({ kind }) => kind !== 'language');
}

/** The codes of one text that another does not have, each as often as it lacks them. */
function without(codes: readonly Code[], others: readonly Code[]): Code[] {
  const free = others.map(codeKey);
  return codes.filter((code) => {
    const at = free.indexOf(codeKey(code));
    if (at !== -1) free.splice(at, 1);
    return at === -1;
  });
}

function nameOf({ kind, opening, closing = '' }: Code): string {
  return `${NAMES[kind]} ${kind === 'bold' || kind === 'link' ? `${opening}…${closing}` : opening}`;
}
