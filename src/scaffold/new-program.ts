import { placeholder } from '../placeholder.ts';
import { quoted, type Scaffold } from './scaffold.ts';

/** What must be known of a program before a text may name it. */
export interface NewProgram {
  id: string;
  name: string;
  owner: string;
  /** In international form, such as `+18005112300`. */
  phone: string;
  /** ISO date. */
  today: string;
  sourceLocale: string;
}

/** A program whose facts are still to be written; its review is due at once, since nobody has checked any. */
export function newProgram({ id, name, owner, phone, today, sourceLocale }: NewProgram): Scaffold {
  const path = `content/programs/${id}.yaml`;
  const text = `# Facts about the program stand once, here. Texts refer to them: {{${id}.name}}, {{${id}.phone}}.
name: ${quoted(name)}
owner: ${quoted(owner)}
phone: ${quoted(phone)}
# Numbers that texts refer to, as {{${id}.first-age}}:
# values:
#   first-age: 40
# Set both when you have checked every fact with the program. After reviewBy, sheets tell readers to call and confirm.
checkedOn: ${today}
reviewBy: ${today}
sources:
  - ${quoted(placeholder('Where the facts are from, one line each'))}
texts:
  ${sourceLocale}:
    offer: ${quoted(placeholder('One sentence: what the program gives.'))}
    who: ${quoted(placeholder('Who can get it.'))}
    limits: ${quoted(placeholder('What it does not do.'))}
`;
  return {
    files: [{ path, text }],
    next: [
      `Call ${phone} and ask the program for its facts.`,
      `Write them into ${path}: replace every ${placeholder('…')}, then set checkedOn and reviewBy.`,
      `Name the program in the clinics that offer it: programs: [${id}] in content/clinics/<clinic>.yaml`,
      'Check it: npx handouts check',
    ],
  };
}
