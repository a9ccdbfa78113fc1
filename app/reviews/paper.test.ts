import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { languages, type Language } from '~/locales/languages';
import { packValueText } from '~/packs/say-words';
import type { PackPart, PackValue } from '~/packs/section';
import { print } from '~/print/print.server';
import { INTERNAL_WORD, packOf, packTranslator } from '../../tests/packs/review-pack';
import { valuesOf } from '../../tests/packs/pack-values';
import { pdfText, slideTexts, tight } from '../../tests/packs/paper-text';
import { paperPages, paperSlides, type Paper } from './paper';
import type { PaperRecord } from './paper-record';

const KPIS = 14;
const LONG = 'Diversions in Denver were talked through, airport by airport. ';

const record: PaperRecord = {
  ratings: [
    { figureId: 'kpis/M0/24275', computed: 'improve', rating: 'inadequate', reason: 'Christmas' },
    { figureId: 'risks/1', computed: null, rating: 'good', reason: INTERNAL_WORD },
  ],
  notes: [{ agenda: 'sla', text: LONG.repeat(120) }],
  decisions: [{ kind: 'consequence', text: 'Volume down by a tenth' }],
  actions: [
    { title: '增派机组', owner: 'Will N', side: 'vendor', dueOn: '2023-03-01', state: 'open' },
  ],
  signatures: [
    {
      ...{ side: 'vendor', state: 'objected', person: 'Will N', signedOn: '2023-02-14' },
      comment: 'We see December otherwise',
    },
  ],
};

const restated = new Map<string, PackValue>([
  ['kpis/M0/24275', { kind: 'measure', value: '63.4567', unit: '%' }],
]);
const additions: Paper['additions'] = {
  askedOn: '2023-02-20',
  restated,
  comments: [
    {
      ...{ sectionId: 'kpis', figureId: 'kpis/M0/24275', side: 'vendor', person: 'Will N' },
      ...{ text: 'Ice closed the field for a week', writtenAt: '2023-01-25T08:00:00.000Z' },
    },
  ],
  items: [{ kind: 'suggestion', side: 'vendor', title: 'A call each morning', details: null }],
};

function paperOf(part: PackPart, kept: PaperRecord | null = record): Paper {
  return {
    pack: packOf(part, KPIS),
    unnamed: 0,
    sha256: 'a1b2c3d4e5f6a7b8',
    frozenAt: '2023-01-20T08:00:00.000Z',
    review: {
      ...{ meetsAt: '2023-02-03T15:00:00.000Z', timeZone: 'America/New_York' },
      ...{ place: 'Dallas', owner: 'Martin' },
    },
    record: kept,
    additions:
      part === 'shared'
        ? additions
        : { ...additions, restated: new Map(), comments: [], items: [] },
    address: 'https://portal.example',
  };
}

/** What was added since the freeze, as it is read in the papers: old and new of a figure side by side among it. */
function addedOf(language: Language): string[] {
  const speech = { t: packTranslator(language), locale: language };
  const [old = '', now = ''] = ['60.2345', '63.4567'].map((value) =>
    packValueText({ kind: 'measure', value, unit: '%' }, speech),
  );
  return [
    speech.t('papers:since'),
    speech.t('papers:restated.figure', { figure: old, now }),
    'Ice closed the field for a week',
    'A call each morning',
  ];
}

const pages = (paper: Paper, language: Language) =>
  print(paperPages(paper, language, packTranslator(language)));
const slides = (paper: Paper, language: Language) =>
  print(paperSlides(paper, language, packTranslator(language)));

describe.each(languages)('the papers of a review in %s', (language) => {
  it('say every figure of the pack, and what the meeting left behind, as PDF', async () => {
    const paper = paperOf('shared');
    const { text } = await pdfText(await pages(paper, language));
    for (const value of valuesOf(paper.pack.sections, {
      t: packTranslator(language),
      locale: language,
    }))
      expect(text).toContain(tight(value));
    for (const said of [
      'Christmas',
      'Volume down by a tenth',
      '增派机组',
      'We see December otherwise',
    ])
      expect(text).toContain(tight(said));
    expect(text).toContain(tight(LONG.repeat(3)));
    for (const added of addedOf(language)) expect(text).toContain(tight(added));
  });

  it('say the same as slides, with charts of Office’s own', async () => {
    const paper = paperOf('shared');
    const { parts, text } = await slideTexts(await slides(paper, language));
    for (const value of valuesOf(paper.pack.sections, {
      t: packTranslator(language),
      locale: language,
    }))
      expect(text).toContain(tight(value));
    for (const said of [
      'Christmas',
      'Volume down by a tenth',
      '增派机组',
      'We see December otherwise',
    ])
      expect(text).toContain(tight(said));
    for (const added of addedOf(language)) expect(text).toContain(tight(added));
    const charts = [...parts].filter(([name]) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
    expect(charts).toHaveLength(KPIS);
    for (const [, xml] of charts) expect(xml).toContain('<c:v>61.2345</c:v>');
    const links = [...parts.entries()].filter(([name]) => name.includes('slides/_rels'));
    expect(links.map(([, xml]) => xml).join()).toContain('https://portal.example/vendors/1/kpis/1');
  });

  it('number every slide and write each in letters of its language', async () => {
    const { slides: own } = await slideTexts(await slides(paperOf('shared'), language));
    for (const xml of own) {
      expect(xml).toContain('type="slidenum"');
      expect(xml).toContain(`lang="${language}"`);
      expect(xml).toContain(language === 'en' ? 'typeface="Arial"' : 'typeface="Microsoft YaHei"');
    }
  });

  it('hold no word of the internal part in the copy that the vendor gets', async () => {
    const shared = paperOf('shared');
    const { parts } = await slideTexts(await slides(shared, language));
    for (const [name, part] of parts) expect(part, name).not.toContain(INTERNAL_WORD);
    const { text } = await pdfText(await pages(shared, language));
    expect(text).not.toContain(INTERNAL_WORD);
    const internal = paperOf('internal');
    const ours = await slideTexts(await slides(internal, language));
    expect(ours.slides.join()).toContain(INTERNAL_WORD);
    expect((await pdfText(await pages(internal, language))).text).toContain(INTERNAL_WORD);
  });
});

const office = ['soffice', 'libreoffice'].find((program) => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

describe.skipIf(office === undefined)('slides in another program', () => {
  it('open with every slide and every figure', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mainstay-slides-'));
    try {
      const paper = paperOf('shared');
      const file = await slides(paper, 'zh-CN');
      writeFileSync(join(folder, 'pack.pptx'), file);
      const home = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const args = [home, '--headless', '--convert-to', 'pdf', '--outdir', folder];
      await promisify(execFile)(office ?? '', [...args, join(folder, 'pack.pptx')]);
      const pdf = new Uint8Array(readFileSync(join(folder, 'pack.pdf')));
      const { text, pages: count } = await pdfText(pdf);
      for (const value of valuesOf(paper.pack.sections, {
        t: packTranslator('zh-CN'),
        locale: 'zh-CN',
      }))
        expect(text).toContain(tight(value));
      expect(count).toBe((await slideTexts(file)).slides.length);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
