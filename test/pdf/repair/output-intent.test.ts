import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { dropPageGroups, setOutputIntent } from '../../../src/pdf/repair/output-intent.ts';
import { srgbProfile } from '../../../src/pdf/repair/srgb-profile.ts';
import { draftAfter, sampleDraft } from './sample-draft.ts';
import { tidy } from './shown-tree.ts';

describe('the colours of a PDF', () => {
  it('are those of screens, with the profile that says so', async () => {
    const { document } = await draftAfter(setOutputIntent, {});
    const intents = document.catalog.lookup(PDFName.of('OutputIntents'), PDFArray);
    expect(intents.size()).toBe(1);
    const intent = intents.lookup(0, PDFDict);
    const profile = intent.lookup(PDFName.of('DestOutputProfile'));
    if (!(profile instanceof PDFRawStream)) throw new Error('There is no profile.');
    intent.delete(PDFName.of('DestOutputProfile'));
    expect(tidy(intent)).toBe('<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)>>');
    expect(tidy(profile.dict)).toMatch(/^<<\/N 3 \/Filter \/FlateDecode\b/);
    expect(Buffer.from(decodePDFRawStream(profile).decode())).toEqual(srgbProfile());
  });
});

describe('the transparency groups of pages', () => {
  it('are taken out, on every page, and nothing else is', async () => {
    const draft = await sampleDraft();
    const pages = draft.document.getPages().map(({ node }) => node);
    const before = pages.map(tidy);
    for (const page of pages) page.set(PDFName.of('Group'), draft.document.context.obj({ S: 'Transparency' }));
    dropPageGroups(draft);
    expect(pages.map(tidy)).toEqual(before);
    dropPageGroups(draft);
    expect(pages.map(tidy)).toEqual(before);
  });
});
