import { headingWords as splitHeading } from '../../i18n/heading-words.ts';
import { contextOf, copyToken, type MarkupRule } from '../markup-context.ts';

/**
 * Marks the ends of words in a Chinese heading, so that a heading of two lines breaks between words.
 *
 * Input: `## 鈣化防禦症是什麼？`
 * Output: `鈣化<wbr>防禦<wbr>症<wbr>是<wbr>什麼？`
 */
export const headingWords: MarkupRule = (md) => {
  md.core.ruler.push('heading_words', (state) => {
    const { language, isHeading } = contextOf(state.env);
    state.tokens.forEach((token, index) => {
      if (!isHeading && state.tokens[index - 1]?.type !== 'heading_open') return;
      token.children = (token.children ?? []).flatMap((child) => {
        if (child.type !== 'text') return [child];
        const words = splitHeading(child.content, language).map((word) => copyToken(child, { content: word }));
        return words.flatMap((word, place) =>
          place === 0 ? [word] : [copyToken(child, { type: 'word_end', content: '' }), word],
        );
      });
    });
  });
  md.renderer.rules.word_end = () => '<wbr>';
};
