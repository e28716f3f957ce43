import { directionOf } from '../i18n/direction.ts';
import type { ExchangeFile, ExchangeGroup, ExchangePassage, Note } from './exchange-file.ts';
import { type Code, type CodeKind, rawOf, type Piece } from './inline-codes.ts';
import { numberCodes, type NumberedTexts } from './number-codes.ts';
import { NAMESPACES } from './xliff-names.ts';

/**
 * What each kind of code is for XLIFF (2.1, section 4.3.1): its type, and whether a translator may leave it out. Words of
 * another language are marked as the translation needs it; everything else must stand in it once.
 */
const CODES: Record<CodeKind, { type: string; subType?: string; isFree: boolean }> = {
  fact: { type: 'ui', isFree: false },
  picture: { type: 'image', isFree: false },
  line: { type: 'other', isFree: false },
  bold: { type: 'fmt', subType: 'xlf:b', isFree: false },
  link: { type: 'link', isFree: false },
  language: { type: 'other', isFree: true },
};

/**
 * Writes a file for translation tools, by the core of XLIFF 2.1 (OASIS Standard, 13 February 2018). Sections are groups,
 * passages units of one segment; the marks of Markdown are inline codes, which a tool keeps. The metadata module holds
 * the hash of each section's source.
 */
export function writeXliff(file: ExchangeFile): string {
  const { sourceLocale, locale, original, notes, groups } = file;
  const direction = directionOf(locale) ?? 'ltr';
  const namespaces = `xmlns="${NAMESPACES.core}" xmlns:mda="${NAMESPACES.metadata}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff ${namespaces} version="2.1" srcLang="${sourceLocale}" trgLang="${locale}">`,
    ` <file id="${escapeXml(idOf(file))}" original="${escapeXml(original)}" trgDir="${direction}" xml:space="preserve">`,
    ...writeNotes(notes, '  '),
    ...groups.flatMap((group) => writeGroup(group, file)),
    ' </file>',
    '</xliff>',
    '',
  ].join('\n');
}

/** Ids are NMTOKENs, which have no slash. */
function idOf({ name }: ExchangeFile): string {
  return name.replaceAll('/', '.');
}

function writeGroup({ id, title, hash, stale, passages }: ExchangeGroup, file: ExchangeFile): string[] {
  const meta = [
    ...(hash === undefined ? [] : [`<mda:meta type="made-from">${hash}</mda:meta>`]),
    ...(stale === undefined ? [] : [`<mda:meta type="stale">${stale}</mda:meta>`]),
  ];
  const metadata = `<mda:metadata><mda:metaGroup category="handout-press">${meta.join('')}</mda:metaGroup></mda:metadata>`;
  return [
    `  <group id="${id}" name="${escapeXml(title)}">`,
    ...(meta.length > 0 ? [`   ${metadata}`] : []),
    ...passages.flatMap((passage) => writeUnit(passage, file)),
    '  </group>',
  ];
}

function writeUnit({ id, source, target, state, notes }: ExchangePassage, file: ExchangeFile): string[] {
  const texts = numberCodes(source, target, file);
  const data = dataOf(texts);
  return [
    `   <unit id="${id}">`,
    ...writeNotes(notes, '    '),
    ...(data.size > 0
      ? [
          '    <originalData>',
          ...[...data].map(([raw, dataId]) => `     <data id="${dataId}">${escapeXml(raw)}</data>`),
          '    </originalData>',
        ]
      : []),
    `    <segment state="${state}">`,
    `     <source>${writePieces(texts.source, texts, data)}</source>`,
    ...(texts.target ? [`     <target>${writePieces(texts.target, texts, data)}</target>`] : []),
    '    </segment>',
    '   </unit>',
  ];
}

function writeNotes(notes: readonly Note[], indent: string): string[] {
  if (notes.length === 0) return [];
  return [
    `${indent}<notes>`,
    ...notes.map(({ category, text }) => `${indent} <note category="${category}">${escapeXml(text)}</note>`),
    `${indent}</notes>`,
  ];
}

/** The marks of a unit's codes, each once, with the ids by which codes name them. */
function dataOf({ source, target = [] }: NumberedTexts): Map<string, string> {
  const raws = [...source, ...target].flatMap((piece) => (typeof piece === 'string' ? [] : [rawOf(piece)]));
  return new Map([...new Set(raws)].map((raw, index) => [raw, `d${index + 1}`]));
}

function writePieces(
  pieces: readonly Piece[],
  { idOf: ids }: NumberedTexts,
  data: ReadonlyMap<string, string>,
): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return escapeXml(piece);
      const { code, part } = piece;
      if (part === 'closing') return '</pc>';
      const ref = (raw = ''): string => data.get(raw) ?? '';
      const attributes = `id="${ids.get(code)}"${attributesOf(code)}`;
      return part === 'whole'
        ? `<ph ${attributes} disp="${escapeXml(code.opening)}" dataRef="${ref(code.opening)}"/>`
        : `<pc ${attributes} dataRefStart="${ref(code.opening)}" dataRefEnd="${ref(code.closing)}">`;
    })
    .join('');
}

function attributesOf({ kind }: Code): string {
  const { type, subType, isFree } = CODES[kind];
  const named = ` type="${type}"${subType === undefined ? '' : ` subType="${subType}"`}`;
  return isFree ? named : `${named} canCopy="no" canDelete="no"`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
