import { type Checked, error, type Problem } from '../problem.ts';
import { parseXml, type XmlElement, type XmlReader } from './parse-xml.ts';
import type { ReturnedFile, ReturnedUnit } from './returned.ts';
import { NAMESPACES } from './xliff-names.ts';
import { XliffUnit } from './xliff-unit.ts';

/**
 * Reads XLIFF 2 as translation tools give it back: with attributes in another order, with elements of their own, with
 * segments split, with other states. Elements of other namespaces are passed over with all that is in them.
 * @throws nothing; a document that cannot be read is a problem with its line
 */
export function readXliff(text: string, file: string): Checked<ReturnedFile> {
  const reader = new XliffReader(file);
  const problems = [...parseXml(text, file, reader), ...reader.problems];
  if (problems.length > 0) return { problems };
  return { value: { file, sourceLocale: reader.sourceLocale, locale: reader.locale, units: reader.units }, problems };
}

class XliffReader implements XmlReader {
  readonly units: ReturnedUnit[] = [];
  readonly problems: Problem[] = [];
  sourceLocale: string | undefined;
  locale = '';
  readonly #file: string;
  /** How deep the reading is in what is passed over. */
  #passing = 0;
  #isRoot = true;
  #original: string | undefined;
  /** Hashes that the groups around a unit give, the innermost last. */
  readonly #groups: { madeFrom?: string }[] = [];
  #unit: XliffUnit | undefined;
  #meta: string | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  open(element: XmlElement): void {
    if (this.#isRoot) this.#openRoot(element);
    else if (this.#passing > 0 || !this.#isKnown(element)) this.#passing += 1;
    else if (element.namespace === NAMESPACES.metadata) this.#openMeta(element);
    else this.#openCore(element);
  }

  close(element: XmlElement): void {
    if (this.#passing > 0) {
      this.#passing -= 1;
      return;
    }
    const { name } = element;
    if (element.namespace === NAMESPACES.metadata) this.#closeMeta();
    else if (name === 'group') this.#groups.pop();
    else if (name === 'unit') this.#closeUnit();
    else this.#unit?.close(element);
  }

  text(words: string): void {
    if (this.#passing > 0) return;
    if (this.#meta !== undefined) this.#meta += words;
    else this.#unit?.text(words);
  }

  #openRoot(element: XmlElement): void {
    this.#isRoot = false;
    const { name, namespace, attributes, line } = element;
    this.sourceLocale = attributes.srcLang;
    this.locale = attributes.trgLang ?? '';
    const isXliff2 = name === 'xliff' && isCore(namespace);
    if (isXliff2 && this.locale !== '') return;
    const where = { file: this.#file, line };
    if (isXliff2) {
      this.problems.push(error(where, 'This file does not say its language (trgLang).', 'export it again.'));
    } else if (name === 'xliff' && namespace === NAMESPACES.version1) {
      const fix = 'save it as XLIFF 2.0 or 2.1, or export the texts as PO: --format po.';
      this.problems.push(error(where, 'This file is XLIFF 1.2, which has no ids for codes as ours do.', fix));
    } else {
      const what = `This file is not XLIFF 2: it starts with <${name}>.`;
      this.problems.push(error(where, what, 'give a file that the press has exported, translated.'));
    }
    this.#passing += 1;
  }

  #isKnown({ name, namespace }: XmlElement): boolean {
    if (namespace === NAMESPACES.metadata) return true;
    return isCore(namespace) && !['skeleton', 'notes', 'note'].includes(name);
  }

  #openCore(element: XmlElement): void {
    const { name, attributes, line } = element;
    if (name === 'file') this.#original = attributes.original;
    else if (name === 'group') this.#groups.push({});
    else if (name === 'unit') this.#unit = new XliffUnit(attributes.id ?? '', line);
    else this.#unit?.open(element);
  }

  #openMeta({ name, attributes }: XmlElement): void {
    if (name === 'meta' && attributes.type === 'made-from' && !this.#unit) this.#meta = '';
  }

  #closeMeta(): void {
    const group = this.#groups.at(-1);
    if (this.#meta !== undefined && group) group.madeFrom = this.#meta.trim();
    this.#meta = undefined;
  }

  #closeUnit(): void {
    if (!this.#unit) return;
    const { unit, problems } = this.#unit.finish(this.#original ?? '', this.#file);
    const madeFrom = this.#groups.findLast((group) => group.madeFrom !== undefined)?.madeFrom;
    this.problems.push(...problems);
    this.units.push({ ...unit, ...(madeFrom !== undefined && { madeFrom }) });
    this.#unit = undefined;
  }
}

function isCore(namespace: string): boolean {
  return namespace === NAMESPACES.core || namespace === NAMESPACES.core22;
}
