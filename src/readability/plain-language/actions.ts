/**
 * Verbs by which a handout tells its reader to do something, as they begin a sentence. A list and no parser: what matters
 * is whether there is any action, and the verbs of handouts are few.
 */
const VERBS =
  `add agree apply apologize arrange ask attend avoid be become begin breathe bring brush call care carry change
  check choose clean click close come complete consider contact continue count cover cut describe dial do don't don’t draw
  dress drink dry eat empty ensure enter exercise expect fast feel fill find follow get give go have help hold ice inform
  join keep know learn leave let lie lift limit list listen look lower make mark measure meet mention move never note
  open pack pay phone pick place plan play practice prepare press prevent protect pull push put quit raise reach read
  record reduce remember remove replace report request rest return review rinse rub save say schedule see seek send set
  share show sign sit skip sleep soak speak spread squeeze stand start stay stop store switch take talk tape tell test text
  think throw touch treat try turn use visit wait wake walk warm wash watch wear weigh work wrap write`.split(/\s+/);

const POLITE = String.raw`(?:please|always|never|first|then|next|also|now|and|or|to start|at once|right away),?\s+`;
/** A condition before the action: "If it hurts, call." */
const CONDITION = String.raw`(?:if|when|before|after|while|once|until|unless|for|at|in|on|each|every)\b[^.!?]*,\s+`;
/** Many of the verbs are nouns too: "Rest is important", "Test results". */
const NOUN_USE = String.raw`\s+(?:is|are|was|were|has|can|may|might|will|helps?|hurts?|results?|centers?|or\s+\w+\s+(?:is|are))\b`;
const ACTION = new RegExp(
  String.raw`^[\P{L}]*(?:${CONDITION})?(?:${POLITE})*(?:${VERBS.join('|')})(?=[\s,.:;!?]|$)(?!${NOUN_USE})`,
  'iu',
);
/** "Do you have pain?" begins with a verb, but asks. */
const QUESTION = /\?["”’)]*$/u;

/** True for an English sentence that tells its reader to do something, or not to. */
export function isAction(sentence: string): boolean {
  return ACTION.test(sentence) && !QUESTION.test(sentence.trim());
}
