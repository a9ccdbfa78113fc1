import { attribute, decodeXml, scanTags } from './workbook-xml';
import { formatKind, type FormatKind } from './number-format';

/** The visible sheets of a workbook with the path of their part, and whether its days count from 1904. */
export function readWorkbookPart(
  workbook: string,
  relations: string,
): { sheets: { name: string; path: string }[]; since1904: boolean } {
  const targets = new Map<string, string>();
  scanTags(relations, ['Relationship'], (_, attributes) => {
    const id = attribute(attributes, 'Id');
    const target = attribute(attributes, 'Target');
    if (id && target && /\/worksheet$/.test(attribute(attributes, 'Type') ?? ''))
      targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  });
  const sheets: { name: string; path: string }[] = [];
  let since1904 = false;
  scanTags(workbook, ['sheet', 'workbookPr'], (tag, attributes) => {
    if (tag === 'workbookPr') {
      since1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      return;
    }
    const path = targets.get(attribute(attributes, 'id') ?? '');
    if (path && !/hidden/i.test(attribute(attributes, 'state') ?? ''))
      sheets.push({ name: attribute(attributes, 'name') ?? '', path });
  });
  return { sheets, since1904 };
}

/** What each cell style of a workbook shows, by its index. */
export function readStylesPart(styles: string): FormatKind[] {
  const codes = new Map<number, string>();
  const kinds: FormatKind[] = [];
  let inCells = false;
  scanTags(styles, ['numFmt', 'cellXfs', 'cellStyles', 'cellStyleXfs', 'xf'], (tag, attributes) => {
    if (tag === 'numFmt')
      codes.set(
        Number(attribute(attributes, 'numFmtId')),
        attribute(attributes, 'formatCode') ?? '',
      );
    else if (tag === 'xf') {
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      if (inCells) kinds.push(formatKind(id, codes.get(id)));
    } else inCells = tag === 'cellXfs';
  });
  return kinds;
}

/** The shared texts of a workbook, rich text joined, phonetic hints left out. */
export function readStringsPart(strings: string): string[] {
  const texts: string[] = [];
  let phonetic = false;
  scanTags(strings, ['si', 't', 'rPh', '/rPh'], (tag, attributes, text) => {
    if (tag === 'si') texts.push('');
    else if (tag === 'rPh') phonetic = !attributes.endsWith('/');
    else if (tag === '/rPh') phonetic = false;
    else if (!phonetic && texts.length > 0) texts[texts.length - 1] += decodeXml(text);
  });
  return texts;
}
