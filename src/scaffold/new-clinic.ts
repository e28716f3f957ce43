import { quoted, type Scaffold } from './scaffold.ts';

/** What must be known of a clinic before a sheet may carry its panel. */
export interface NewClinic {
  id: string;
  name: string;
  /** In international form, such as `+13107062594`. */
  phone: string;
  /** What the number is for. */
  use: string;
  website?: string;
  programs: readonly string[];
  mainClinic: string;
}

/**
 * A clinic with its name and number. Everything else is there as a comment: an invented address or number would be
 * printed, and somebody would go there.
 */
export function newClinic({ id, name, phone, use, website, programs, mainClinic }: NewClinic): Scaffold {
  const path = `content/clinics/${id}.yaml`;
  const text = `# What is printed in the clinic's panel. Add only what the clinic itself has confirmed.
name: ${quoted(name)}
# shortName: its short name, if it has one
phones:
  - number: ${quoted(phone)}
    use: ${use}
${website === undefined ? '# website: https://clinic.org/' : `website: ${quoted(website)}`}
# address:
#   street: 1 Main Street
#   city: Los Angeles
#   state: CA
#   postalCode: "90001"
# hours:
#   - days: [mon, tue, wed, thu, fri]
#     opens: "08:30"
#     closes: "17:00"
# languages: [en, es]
# interpreterLine: "+1…"
# logo: a PNG, JPEG or SVG file beside this one
${programs.length === 0 ? '# programs: file names in content/programs/, without .yaml' : `programs: [${programs.join(', ')}]`}
`;
  return {
    files: [{ path, text }],
    next: [
      `Call ${phone} and ask whether it is the number for patients to call.`,
      `Add what you know of the clinic to ${path}: take away the # of a line and write the truth.`,
      'Check it: npx handouts check',
      `Print its sheets: npm run build. If the site's own pages are to show this clinic instead of ${mainClinic}, set mainClinic in content/settings.yaml.`,
    ],
  };
}
