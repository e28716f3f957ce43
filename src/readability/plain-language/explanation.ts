/** What follows a term that is explained, within its sentence. */
const AFTER = [
  // "a biopsy (a small skin sample)", "phosphate binders that contain calcium (pills …)"; how to say it explains nothing.
  /^[^.!?,;:()]{0,30}\((?!say\b|pronounced\b)[^)]/iu,
  // "Sepsis is when …", "Calciphylaxis (say …) is a rare …", "biopsy means …"; not "a biopsy is not always needed".
  /^["”’]?\s*(?:\([^)]*\)\s*)?(?:(?:is|are)\s+(?:when|where|what|how|an?|the|one|any|pills?|medicines?|cells?|words?)\b|means?\b|stands?\s+for\b|refers?\s+to\b)/iu,
  // "warfarin, a blood thinner", "calciphylaxis (say …), a rare illness", "sepsis, or blood poisoning", "albumin, which is …"
  /^["”’]?\s*(?:\([^)]*\))?,\s+(?:an?|or|that\s+is|which\s+(?:is|means))\b/iu,
];

/** "Biopsy: a small piece …", "Sepsis – a reaction …", if the term begins the sentence; not "Sepsis: when to get help". */
const DEFINED = /^["”’]?\s*(?::|[–—])\s*(?!(?:what|when|where|why|who|how|your|get|call)\b)\S/iu;
const AT_START = /(?:^|[.!?]["”’]?\s+)["“‘]?(?:an?\s+|the\s+)?$/iu;

/** What stands before a term that explains the words before it. */
const BEFORE = [
  // "low blood protein (albumin)", "blood thinners (such as warfarin)"
  /\((?:also\s+)?(?:such\s+as\s+|like\s+|called\s+|known\s+as\s+|or\s+|an?\s+|the\s+)*["“‘]?$/iu,
  // "a test called a biopsy", "blood thinners such as warfarin"
  /\b(?:called|known\s+as|such\s+as)\s+(?:an?\s+|the\s+)?["“‘]?$/iu,
];

/**
 * True if a text says what one of its words means: in brackets behind or before it, after "is", "means", "called" and the
 * like, or, where it begins a sentence, after a colon or a dash.
 * @param start where the word begins, and `end` where it ends
 */
export function isExplained(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  return (
    AFTER.some((pattern) => pattern.test(after)) ||
    BEFORE.some((pattern) => pattern.test(before)) ||
    (DEFINED.test(after) && AT_START.test(before))
  );
}
