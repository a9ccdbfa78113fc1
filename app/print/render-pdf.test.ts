import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { PrintedDocument } from './printed-document';
import { renderPdf } from './render-pdf.server';

const rows = Array.from({ length: 60 }, (_, index) => [
  `第 ${index} 行`,
  '供应商已接受，重新评估后调减或返还，合同约定的每月费用与当月条款全部达标之后的各项说明文字',
  `${index},000.00`,
]);

const document: PrintedDocument = {
  language: 'zh-CN',
  title: '2023年12月结算单',
  subtitle: '王岚 · Привет · Łódź',
  header: 'Mainstay · 结算单',
  footer: '2024年1月12日生成',
  pageWords: '第 {page} 页，共 {pages} 页',
  blocks: [
    { kind: 'facts', items: [{ label: '合计', value: 'USD 1,234.00' }] },
    { kind: 'heading', text: '明细' },
    {
      kind: 'table',
      columns: [
        { header: '项目', width: 'auto' },
        { header: '依据', width: 'rest' },
        { header: '金额', align: 'end' },
      ],
      rows,
      total: ['合计', '', '−1,234.00'],
    },
    { kind: 'text', quiet: true, text: '来源：合同' },
  ],
};

type Piece = { text: string; left: number; right: number; y: number };

async function read(pdf: Uint8Array) {
  const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: file.numPages }, async (_, index) => {
      const content = await (await file.getPage(index + 1)).getTextContent();
      return content.items.flatMap((item): Piece[] =>
        'str' in item && item.str.trim() !== ''
          ? [
              {
                text: item.str,
                left: Number(item.transform[4]),
                right: Number(item.transform[4]) + item.width,
                y: Number(item.transform[5]),
              },
            ]
          : [],
      );
    }),
  );
  return pages;
}

describe('a printed document', () => {
  it('sets quotation marks in English as wide as they are, in Chinese as wide as a letter', async () => {
    const marks = '“’”'.repeat(20);
    const widthIn = async (language: 'en' | 'zh-CN') => {
      const blocks = [{ kind: 'text' as const, text: marks }];
      const pieces = (await read(await renderPdf({ ...document, language, blocks }))).flat();
      const own = pieces.filter(({ text }) => /[“’”]/.test(text));
      return Math.max(...own.map(({ right }) => right)) - Math.min(...own.map(({ left }) => left));
    };
    expect((await widthIn('en')) * 1.5).toBeLessThan(await widthIn('zh-CN'));
  });

  it('says what it was given, with head, page number and repeated headings on every page', async () => {
    const pages = await read(await renderPdf(document));
    expect(pages.length).toBeGreaterThan(2);
    const textOf = (page: Piece[]) => page.map(({ text }) => text).join('');
    const all = pages.map(textOf).join('');
    for (const text of ['2023年12月结算单', 'Привет', 'Lódz', 'USD 1,234.00', '−1,234.00'])
      expect(all.replace(/\s/g, '')).toContain(text.replace(/\s/g, ''));
    pages.forEach((page, index) => {
      const text = textOf(page).replace(/\s/g, '');
      expect(text).toContain('Mainstay·结算单');
      expect(text).toContain(`第${index + 1}页，共${pages.length}页`);
    });
    for (const page of pages.slice(0, -1)) expect(textOf(page)).toContain('依据');
  });

  it('lines figures up at their right edge', async () => {
    const [first = []] = await read(await renderPdf(document));
    const figures = first.filter(({ text }) => /^\d+,000\.00$/.test(text));
    expect(figures.length).toBeGreaterThan(5);
    const edges = new Set(figures.map(({ right }) => Math.round(right)));
    expect(edges.size).toBe(1);
  });

  it('breaks Chinese between letters and never begins a line with a comma', async () => {
    const [first = []] = await read(await renderPdf(document));
    const table = first.filter(({ text }) => /[\u3000-\u9fff，]/.test(text));
    const byLine = new Map<number, Piece[]>();
    for (const piece of table) {
      const y = Math.round(piece.y);
      byLine.set(y, [...(byLine.get(y) ?? []), piece]);
    }
    const lines = [...byLine.values()].map((line) =>
      line
        .sort((a, b) => a.left - b.left)
        .map(({ text }) => text)
        .join(''),
    );
    expect(lines.filter((text) => text.length > 15).length).toBeGreaterThan(10);
    expect(lines.filter((text) => /^[，。、）]/.test(text))).toEqual([]);
  });
});
