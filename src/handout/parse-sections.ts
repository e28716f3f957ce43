import type { MarkdownIt, Token } from 'markdown-it';
import { blocksWithLines, environment, type MarkupContext, type MarkupFault } from '../markup/markup-context.ts';
import { inlineText } from '../markup/render-inline.ts';
import type { PictureMeta } from '../markup/rules/pictures.ts';
import { type Checked, error, type Problem } from '../problem.ts';
import { allSections, type Section, SECTION_KINDS, type SectionKind, type TextBlock } from './handout.ts';

/**
 * Turns the body of a handout into its sections. Every `##` opens a section, every `###` a part of it;
 * text before the first `##` belongs to nothing a translation could be compared by, so it is refused.
 */
export function parseSections(
  md: MarkdownIt,
  body: string,
  context: MarkupContext,
  file: string,
  firstLine: number,
  isTrueFault: (fault: MarkupFault) => boolean = () => true,
): Checked<Section[]> {
  const tokens = md.parse(body, environment(context));
  const problems: Problem[] = context.faults
    .filter(isTrueFault)
    .map(({ line, what, fix }) => error({ file, line: line + firstLine - 1 }, what, fix));
  const parser = new SectionParser(md, context, file, firstLine, problems);
  parser.read(tokens);
  const { sections } = parser;
  if (sections.length === 0) {
    problems.push(
      error({ file, line: firstLine }, 'This handout has no section.', 'add one: ## Its heading {#its-id}'),
    );
  }
  problems.push(...findRepeatedIds(sections, file));
  return { value: sections, problems };
}

class SectionParser {
  readonly sections: Section[] = [];
  #open: Section | undefined;
  readonly #md: MarkdownIt;
  readonly #context: MarkupContext;
  readonly #file: string;
  readonly #firstLine: number;
  readonly #problems: Problem[];

  constructor(md: MarkdownIt, context: MarkupContext, file: string, firstLine: number, problems: Problem[]) {
    this.#md = md;
    this.#context = context;
    this.#file = file;
    this.#firstLine = firstLine;
    this.#problems = problems;
  }

  read(tokens: Token[]): void {
    let start = 0;
    tokens.forEach((token, index) => {
      if (token.level > 0) return;
      if (token.type === 'heading_open') {
        this.#addContent(tokens.slice(start, index));
        this.#openSection(token, tokens[index + 1]);
      }
      if (token.type === 'heading_close') start = index + 1;
    });
    this.#addContent(tokens.slice(start));
  }

  #openSection(opening: Token, inline: Token | undefined): void {
    const heading = inlineText(this.#md, inline?.children ?? [], this.#context);
    const line = this.#lineOf(opening);
    const section: Section = {
      id: String(opening.attrGet('id') ?? ''),
      line,
      heading,
      html: '',
      blocks: [{ kind: 'heading', text: heading.text, own: heading.own, line }],
      references: referencesIn(inline),
      pictures: [],
      writeLines: 0,
      parts: [],
    };
    const kind = this.#kindOf(opening, line);
    if (kind) section.kind = kind;
    const parent = this.sections.at(-1);
    if (opening.tag === 'h3' && !parent) {
      this.#report(line, 'This ### heading stands before any ## heading.', 'make it a ## heading.');
    }
    if (opening.tag === 'h3' && parent) parent.parts.push(section);
    else this.sections.push(section);
    this.#open = section;
  }

  #kindOf(opening: Token, line: number): SectionKind | undefined {
    const given = opening.attrGet('class');
    if (given === null) return undefined;
    const kind = SECTION_KINDS.find((known) => known === given);
    if (!kind) {
      const fix = `use one of: ${SECTION_KINDS.map((known) => `.${known}`).join(', ')}, or none.`;
      this.#report(line, `".${given}" is not a kind of section.`, fix);
    }
    return kind;
  }

  #addContent(tokens: Token[]): void {
    const first = tokens[0];
    if (!first) return;
    if (!this.#open) {
      const fix = 'put a ## heading before it, or move it into the summary in the front matter.';
      this.#report(this.#lineOf(first), 'This text stands before the first section.', fix);
      return;
    }
    this.#open.html = this.#md.renderer.render(tokens, this.#md.options, environment(this.#context));
    this.#open.blocks.push(...this.#blocksOf(tokens));
    this.#open.references.push(...tokens.flatMap(referencesIn));
    const inner = tokens.flatMap(({ children }) => children ?? []);
    const shown = inner.filter(isPicture).map(({ meta }) => metaOf(meta));
    this.#open.pictures.push(...shown.map(({ name, alt }) => ({ name, alt })));
    this.#open.references.push(...shown.flatMap(({ references }) => references));
    this.#open.writeLines += inner.filter(({ type }) => type === 'write_line').length;
  }

  #blocksOf(tokens: Token[]): TextBlock[] {
    const open: string[] = [];
    const blocks: TextBlock[] = [];
    for (const { block, line } of blocksWithLines(tokens)) {
      if (block.type.endsWith('_open')) open.push(block.type);
      else if (block.type.endsWith('_close')) open.pop();
      else if (block.type === 'inline') {
        const at = line + this.#firstLine - 1;
        const labels = (block.children ?? []).filter(({ type }) => type === 'picture');
        blocks.push(
          ...labels.map(({ content, meta }): TextBlock => ({
            kind: 'label',
            text: content,
            own: metaOf(meta).own,
            line: at,
          })),
        );
        if (labels.length > 0) continue;
        const kind = /^t[hd]_open$/.test(open.at(-1) ?? '')
          ? 'cell'
          : open.includes('list_item_open')
            ? 'item'
            : 'paragraph';
        const { text, own } = inlineText(this.#md, block.children ?? [], this.#context);
        blocks.push({ kind, text, own, line: at });
      }
    }
    return blocks;
  }

  #lineOf(token: Token): number {
    return (token.map?.[0] ?? 0) + this.#firstLine;
  }

  #report(line: number, what: string, fix: string): void {
    this.#problems.push(error({ file: this.#file, line }, what, fix));
  }
}

function isPicture({ type }: Token): boolean {
  return type === 'picture' || type === 'icon';
}

function metaOf(meta: Token['meta']): PictureMeta {
  return meta as unknown as PictureMeta;
}

function referencesIn(block: Token | undefined): string[] {
  return (block?.children ?? []).filter(({ type }) => type === 'reference').map(({ info }) => info);
}

function findRepeatedIds(sections: readonly Section[], file: string): Problem[] {
  const seen = new Map<string, number>();
  const problems: Problem[] = [];
  for (const { id, line } of allSections(sections)) {
    const first = seen.get(id);
    if (id !== '' && first !== undefined) {
      const what = `The id "${id}" is already used on line ${first}.`;
      problems.push(error({ file, line }, what, 'give each section an id of its own.'));
    }
    seen.set(id, first ?? line);
  }
  return problems;
}
