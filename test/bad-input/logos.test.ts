import { describe, expect, it } from 'vitest';
import { edited, problemsOf } from './problems-of.ts';

const FULL = 'content/clinics/full.yaml';
const LOGO = 'content/clinics/full-moon-logo.png';
const PNG_SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];

describe('a logo that is not right', () => {
  it('is refused when it is no picture', async () => {
    expect(await problemsOf({ [LOGO]: 'This is a text.' })).toMatchInlineSnapshot(`
      "error content/clinics/full.yaml:28
        full-moon-logo.png is not a PNG picture.
        To mend it: export the logo again as PNG, JPEG or SVG; changing the ending of the name is not enough."
    `);
  });

  it('is refused when it is a picture of another kind', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>';
    expect(await problemsOf({ [LOGO]: svg })).toMatchInlineSnapshot(`
      "error content/clinics/full.yaml:28
        full-moon-logo.png is not a PNG picture.
        To mend it: export the logo again as PNG, JPEG or SVG; changing the ending of the name is not enough."
    `);
  });

  it('is refused when it is too large', async () => {
    const header = [...PNG_SIGNATURE, 0, 0, 0, 13, ...Buffer.from('IHDR'), 0, 0, 0, 9, 0, 0, 0, 9, 8, 0, 0, 0, 0];
    const bytes = new Uint8Array(300_000);
    bytes.set(header);
    expect(await problemsOf({ [LOGO]: bytes })).toMatchInlineSnapshot(`
      "error content/clinics/full.yaml:28
        full-moon-logo.png is too large: 300.0 kB.
        To mend it: export it smaller: at most 200 kB, about 600 pixels wide."
    `);
  });

  it('is refused when nothing of it is left but its first bytes', async () => {
    const header = [...PNG_SIGNATURE, 0, 0, 0, 13, ...Buffer.from('IHDR'), 0, 0, 0, 9, 0, 0, 0, 9];
    expect(await problemsOf({ [LOGO]: new Uint8Array(header) })).toContain('error content/clinics/full.yaml:28');
  });

  it('is refused when it lies outside the folder of the clinics', async () => {
    const clinic = 'name: X\nphones: [{ number: "+18005550155", use: main }]\nlogo: ../x.png\n';
    expect(await problemsOf({ 'content/clinics/climber.yaml': clinic })).toMatchInlineSnapshot(`
      "error content/clinics/climber.yaml:3
        The value of "logo" is not right: not a picture file inside content/clinics/.
        To mend it: correct it. It should be: a PNG, JPEG or SVG file beside this one, such as ccchc-logo.png."
    `);
  });

  it('is refused when it is not there', async () => {
    expect(await problemsOf({ [LOGO]: null })).toMatchInlineSnapshot(`
      "error content/clinics/full.yaml:28
        There is no file content/clinics/full-moon-logo.png.
        To mend it: put the logo there, or remove this line."
    `);
  });

  it('is refused when it holds a script', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>';
    const changes = await edited(FULL, 'full-moon-logo.png', 'logo.svg');
    expect(await problemsOf({ ...changes, 'content/clinics/logo.svg': svg })).toMatchInlineSnapshot(`
      "error content/clinics/full.yaml:28
        logo.svg holds a script or loads other files.
        To mend it: export it as a plain SVG without scripts and linked files, or as PNG."
    `);
  });
});
