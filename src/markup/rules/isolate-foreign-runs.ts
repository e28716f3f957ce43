import type { Token } from 'markdown-it';
import { contextOf, copyToken, nextId, type MarkupContext, type MarkupRule } from '../markup-context.ts';
import { escapeHtml, foreignText } from '../inline-text.ts';

/** Latin words with what joins them, and a number that belongs to them: `Medi-Cal`, `sodium thiosulfate`, `500 mg`. */
const LATIN_RUN =
  /(?:\d+(?:[.,:/–-]\d+)*[ \u00A0]?°?)?[\p{Script=Latin}][\p{Script=Latin}\p{M}\d]*(?:[ .,'’&/-]+[\p{Script=Latin}\d][\p{Script=Latin}\p{M}\d]*)*/gu;
/** Numbers joined by signs that a right-to-left paragraph would turn round: `130–179`, `24/7`. */
const NUMBER_RUN = /\d+(?:[.,:/–-]\d+)+/g;

/**
 * Sets off runs that the surrounding script would read or order wrongly. In any other script, Latin words
 * get their own language (a screen reader then changes its voice) and direction. In right-to-left text,
 * joined numbers get a direction: bare, 130–179 prints as 179–130.
 *
 * Input (Arabic): `الوارفارين (warfarin)`
 * Output: `الوارفارين (<bdi id="…" lang="en" dir="ltr">warfarin</bdi>)`
 */
export const isolateForeignRuns: MarkupRule = (md) => {
  md.core.ruler.after('refuse_other_markup', 'isolate_foreign_runs', (state) => {
    const context = contextOf(state.env);
    if (context.language.script === 'Latn') return;
    for (const block of state.tokens) {
      let foreign = 0;
      block.children = (block.children ?? []).flatMap((token) => {
        if (token.type === 'language_open') foreign += 1;
        if (token.type === 'language_close') foreign -= 1;
        return token.type === 'text' && foreign === 0 ? splitRuns(token, context) : [token];
      });
    }
  });
  md.renderer.rules.isolated = (tokens, index) => (tokens[index]?.meta as { html: string }).html;
};

function splitRuns(token: Token, context: MarkupContext): Token[] {
  const runs = [...token.content.matchAll(LATIN_RUN)].map((match) => ({
    start: match.index,
    text: match[0],
    html: () => foreignText(match[0], context.latinLocale, nextId(context), 'ltr').html,
  }));
  if (context.language.dir === 'rtl') {
    for (const match of token.content.matchAll(NUMBER_RUN)) {
      const isInside = runs.some(({ start, text }) => match.index >= start && match.index < start + text.length);
      const html = () => `<bdi dir="ltr">${escapeHtml(match[0])}</bdi>`;
      if (!isInside) runs.push({ start: match.index, text: match[0], html });
    }
  }
  runs.sort((a, b) => a.start - b.start);
  const pieces: Token[] = [];
  let position = 0;
  for (const { start, text, html } of runs) {
    pieces.push(copyToken(token, { content: token.content.slice(position, start) }));
    pieces.push(copyToken(token, { type: 'isolated', content: text, meta: { html: html() } }));
    position = start + text.length;
  }
  pieces.push(copyToken(token, { content: token.content.slice(position) }));
  return pieces.filter((piece) => piece.content !== '');
}
