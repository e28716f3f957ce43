import type { Handout, HandoutText } from '../handout/handout.ts';
import type { Language } from '../i18n/languages.ts';
import type { LanguageTools } from '../i18n/language-tools.ts';
import { escapeHtml, foreignText, type InlineText } from '../markup/inline-text.ts';
import { type Person, provenanceOf, type Review } from '../translation/provenance.ts';
import { translationState } from '../translation/review-state.ts';

/** Where the text of a sheet comes from, in its reader's language. */
export interface ProvenanceLines {
  /** At the end of the sheet, on paper too: what its notices do not say. */
  onSheet: InlineText[];
  /** On the page alone: the notices of a draft say the same. */
  onPage: InlineText[];
}

/** Stand for the words of the records while the message is put together; from the private use area, so no text has them. */
const PLACES = { name: '\uE000', qualification: '\uE001' };

/**
 * Says who made a text and who has checked it: the translator, the reviewer of the translation, the clinician. Nothing
 * that the records do not say.
 * @param names the language of names and qualifications
 */
export function buildProvenance(
  handout: Handout,
  text: HandoutText,
  { t, formats }: LanguageTools,
  names: Language,
): ProvenanceLines {
  const { madeBy, translator, review, clinicalReview } = provenanceOf(handout, text);
  const signed = (key: string, { name, qualification, date }: Person & Partial<Review>): InlineText => {
    const message = t(key, { ...PLACES, ...(date !== undefined && { date: formats.date(date) }) });
    return fillPlaces(message, { name, qualification }, names, key.replace('.', '-'));
  };
  const plain = (purpose: string): InlineText => {
    const words = t(`provenance.${purpose}`);
    return { text: words, html: escapeHtml(words) };
  };
  const origin = translator ? signed('provenance.translator', translator) : madeBy && plain(madeBy);
  const checks = [
    ...(review ? [signed('provenance.checked', review)] : []),
    ...(review?.culture ? [plain('culture')] : []),
    ...(clinicalReview ? [signed('handout.reviewedBy', clinicalReview)] : []),
  ];
  const { state } = translationState(handout, text);
  // That a computer or a person translated a draft is in its notice; who it was is not.
  const isInNotice = (state === 'machineDraft' || state === 'humanDraft') && !translator;
  const lines = [...(origin && !isInNotice ? [origin] : []), ...checks];
  return { onSheet: lines, onPage: origin && isInNotice ? [origin] : [] };
}

/** @param id start of the ids of name and qualification, on which the PDF depends: see `foreignText` */
function fillPlaces(message: string, { name, qualification }: Person, language: Language, id: string): InlineText {
  const pieces = message.split(/([\uE000\uE001])/).map((piece): InlineText => {
    if (piece === PLACES.name) return foreignText(name, language.tag, `${id}-name`, language.dir);
    if (piece !== PLACES.qualification) return { text: piece, html: escapeHtml(piece) };
    return foreignText(qualification, language.tag, `${id}-qualification`, language.dir);
  });
  return { text: pieces.map(({ text }) => text).join(''), html: pieces.map(({ html }) => html).join('') };
}
