import retextEnglish from 'retext-english';
import retextPassive from 'retext-passive';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { warning } from '../../problem.ts';
import type { PlainLanguageCheck } from './source-text.ts';

/**
 * Participles that mostly tell how something is, not what is done to it: "if the skin is broken", "when you are done". The
 * others on the list of the package are past tenses that look like one.
 */
const NOT_PASSIVE = [
  ...[
    'become',
    'born',
    'broken',
    'come',
    'cut',
    'done',
    'fallen',
    'fed',
    'fit',
    'gone',
    'grown',
    'hurt',
    'left',
    'lost',
  ],
  ...['mistaken', 'overcome', 'proven', 'run', 'set', 'shut', 'spread', 'stuck', 'swollen', 'torn', 'upset', 'worn'],
];

const processor = unified().use(retextEnglish).use(retextPassive, { ignore: NOT_PASSIVE });

/**
 * PEMAT-P 5 and Clear Communication Index 6: the active voice says who does it. Found are forms of "be" with an irregular
 * participle right behind it, which is what retext-passive knows ("is taken"). Regular ones are left alone: of the four on
 * the first shipped sheets, three were none ("I am worried", twice "is not always needed"), and one was right ("cells are
 * checked"). So this finds few, and those are passives.
 */
export const checkPassive: PlainLanguageCheck = ({ sentences }) =>
  sentences.flatMap(({ text, where }) => {
    const file = new VFile(text);
    processor.runSync(processor.parse(file), file);
    return file.messages.map(({ actual }) => {
      const what = `"${actual ?? ''}" is passive here: "${text}"`;
      const fix = 'say who does it, such as "Your doctor takes a small piece of skin." Leave it if that is nobody.';
      return warning(where, what, fix);
    });
  });
