import { error, type Problem } from '../problem.ts';
import type { ReturnedGroups } from './group-returned.ts';
import type { GroupImport } from './import-group.ts';
import { saysTheSame } from './passage.ts';
import { splitHandout } from './split-handout.ts';

/**
 * Takes the written file apart again: each new text must be found as it was returned, and beside it no more and no fewer.
 * A text that begins with `- ` or `## ` would otherwise become a list or a section.
 */
export function checkWritten(
  written: string,
  imports: ReadonlyMap<string, GroupImport>,
  returned: ReturnedGroups,
): Problem[] {
  const groups = new Map(splitHandout(written).map((group) => [group.id, group.passages]));
  return [...imports].flatMap(([id, { changes, base }]) => {
    const passages = groups.get(id) ?? [];
    const lost = changes.filter((change) => {
      const found = passages.find((passage) => passage.id === change.id);
      const { kind } = base?.passages.find((passage) => passage.id === change.id) ?? {};
      return found?.kind !== kind || !saysTheSame(found?.text ?? '', change.after);
    });
    const isOther = changes.length > 0 && passages.length !== base?.passages.length;
    return (lost.length > 0 ? lost : changes.slice(0, isOther ? 1 : 0)).map((change) => {
      const unit = returned.get(id)?.find((each) => each.id === change.id);
      const what = `The text "${change.id}" cannot be written as it is: "${change.after.slice(0, 60)}".`;
      const fix = 'do not begin it with a sign of Markdown (- + * # > | or a number with a dot), nor end it with {#…}.';
      return error({ file: unit?.file ?? change.file, line: unit?.line }, what, fix);
    });
  });
}
