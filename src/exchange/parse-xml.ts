import { SaxesParser, type SaxesTagNS } from 'saxes';
import { error, type Problem } from '../problem.ts';

/** Elements within each other; XLIFF of our own has eight levels. */
const MOST_DEPTH = 100;

/** An element that opens, with the values of its attributes: those without a namespace by their names alone. */
export interface XmlElement {
  name: string;
  namespace: string;
  attributes: Readonly<Partial<Record<string, string>>>;
  /** 1-based. */
  line: number;
}

/** What is told of a document while it is read. */
export interface XmlReader {
  open(element: XmlElement): void;
  close(element: XmlElement): void;
  text(words: string): void;
}

/** Ends the reading at the first problem: nothing after it can be trusted. */
class XmlFault extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.what);
    this.problem = problem;
  }
}

/**
 * Reads an XML document of a stranger's. A document type is refused, and with it every entity of its own: a document
 * that defines entities may grow without end or name files of this machine.
 * @returns the problem that ended the reading, if there was one
 */
export function parseXml(text: string, file: string, reader: XmlReader): Problem[] {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  const refuse = (what: string, fix: string): never => {
    throw new XmlFault(error({ file, line: parser.line }, what, fix));
  };
  parser.on('error', ({ message }) => {
    const reason = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    refuse(`This is not well-formed XML: ${reason} (column ${parser.column}).`, EXPORT_AGAIN);
  });
  parser.on('doctype', () => {
    const fix = 'remove the line that starts with <!DOCTYPE; XLIFF has none.';
    refuse('This file has a document type, which could define entities.', fix);
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    if (open.length >= MOST_DEPTH) refuse(`More than ${MOST_DEPTH} elements stand within each other.`, EXPORT_AGAIN);
    const element = { name: tag.local, namespace: tag.uri, attributes: attributesOf(tag), line: parser.line };
    open.push(element);
    reader.open(element);
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element) reader.close(element);
  });
  parser.on('text', (words) => reader.text(words));
  parser.on('cdata', (words) => reader.text(words));
  try {
    parser.write(text).close();
    return [];
  } catch (failure) {
    if (failure instanceof XmlFault) return [failure.problem];
    throw failure;
  }
}

const EXPORT_AGAIN = 'export it again from the translation program; if that does not help, from the press.';

function attributesOf({ attributes }: SaxesTagNS): XmlElement['attributes'] {
  return Object.fromEntries(
    Object.values(attributes).map(({ uri, local, value }) => [uri === '' ? local : `${uri} ${local}`, value]),
  );
}
