import { crc32Of } from './crc32';
import { zipOf, type ZipPart } from './zip-file';

/** A file that means harm, and how the portal has to answer it: with one of these codes. */
export type HostileFile = { what: string; name: string; bytes: () => Uint8Array; codes: string[] };

const text = (content: string) => new TextEncoder().encode(content);
const latin = (content: string) => Uint8Array.from(content, (letter) => letter.charCodeAt(0));
const utf16 = (content: string, bigEndian: boolean) => {
  const bytes = Buffer.from(content, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
};

const RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
const WORKBOOK =
  '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>';
const HEADER =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>Month</t></is></c><c r="B1" t="inlineStr"><is><t>OTD_PCT</t></is></c></row>';

/** A workbook of these parts; what is not given is as it should be. */
export function workbookOf(parts: {
  sheet?: string;
  workbook?: string;
  strings?: string;
  more?: ZipPart[];
}): Uint8Array {
  return zipOf([
    { name: 'xl/workbook.xml', data: text(parts.workbook ?? WORKBOOK) },
    { name: 'xl/_rels/workbook.xml.rels', data: text(RELATIONS) },
    ...(parts.strings ? [{ name: 'xl/sharedStrings.xml', data: text(parts.strings) }] : []),
    { name: 'xl/worksheets/sheet1.xml', data: text(parts.sheet ?? sheetOf(HEADER)) },
    ...(parts.more ?? []),
  ]);
}

export const sheetOf = (rows: string, after = '') =>
  `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;

const zeros = (megabytes: number) => new Uint8Array(megabytes * 1_000_000);
const good = 'Month,OTD_PCT\n2023-07,80\n';

const BOMBS: HostileFile[] = [
  {
    what: 'an archive that unpacks to far more than its size',
    name: 'a.xlsx',
    bytes: () => workbookOf({ more: [{ name: 'xl/media/a.bin', data: zeros(60) }] }),
    codes: ['file_unpacks_too_large'],
  },
  {
    what: 'an archive of more than may be unpacked',
    name: 'a.xlsx',
    bytes: () =>
      workbookOf({
        more: [{ name: 'xl/media/a.bin', data: text('x'), claims: { size: 2_000_000_000 } }],
      }),
    codes: ['file_unpacks_too_large'],
  },
  {
    what: 'a part that is larger than the directory says',
    name: 'a.xlsx',
    bytes: () => {
      const data = text(sheetOf(`${HEADER}${' '.repeat(4_000_000)}`));
      return zipOf([
        { name: 'xl/workbook.xml', data: text(WORKBOOK) },
        { name: 'xl/_rels/workbook.xml.rels', data: text(RELATIONS) },
        { name: 'xl/worksheets/sheet1.xml', data, claims: { size: 500 } },
      ]);
    },
    codes: ['file_damaged'],
  },
  {
    what: 'a part with another checksum than the directory says',
    name: 'a.xlsx',
    bytes: () =>
      zipOf([
        { name: 'xl/workbook.xml', data: text(WORKBOOK), claims: { checksum: crc32Of(text('x')) } },
      ]),
    codes: ['file_damaged'],
  },
  {
    what: '20,000 empty parts',
    name: 'a.xlsx',
    bytes: () =>
      workbookOf({
        more: Array.from({ length: 20_000 }, (_, n) => ({ name: `xl/${n}`, data: text('') })),
      }),
    codes: ['file_damaged'],
  },
  {
    what: 'an archive within an archive',
    name: 'a.xlsx',
    bytes: () => zipOf([{ name: 'inner.zip', data: workbookOf({}), stored: true }]),
    codes: ['file_is_archive'],
  },
  {
    what: 'one part that is a thousand sheets',
    name: 'a.xlsx',
    bytes: () =>
      workbookOf({
        workbook: WORKBOOK.replace(
          /<sheets>.*<\/sheets>/,
          `<sheets>${'<sheet name="A" sheetId="1" r:id="r1"/>'.repeat(1000)}</sheets>`,
        ),
        sheet: sheetOf(HEADER + '<row><c><v>1</v></c></row>'.repeat(20_000)),
      }),
    codes: ['file_damaged'],
  },
  {
    what: 'a long text that many cells share',
    name: 'a.xlsx',
    bytes: () =>
      workbookOf({
        strings: `<sst><si><t>${'x'.repeat(32_000)}</t></si></sst>`,
        sheet: sheetOf(
          HEADER + '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'.repeat(20_000),
        ),
      }),
    codes: ['file_unpacks_too_large'],
  },
];

const XML: HostileFile[] = [
  {
    what: 'a billion laughs',
    name: 'a.xlsx',
    bytes: () =>
      workbookOf({
        strings: `<!DOCTYPE sst [<!ENTITY a "ha">${[...'bcdefghij'].map((l, n) => `<!ENTITY ${l} "${`&${'abcdefghij'[n]};`.repeat(10)}">`).join('')}]><sst><si><t>&j;</t></si></sst>`,
      }),
    codes: ['file_damaged'],
  },
  {
    what: 'an entity from outside',
    name: 'a.xlsx',
    bytes: () =>
      workbookOf({
        sheet: `<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>${sheetOf('<row><c t="inlineStr"><is><t>&x;</t></is></c></row>')}`,
      }),
    codes: ['file_damaged'],
  },
  {
    what: 'tags that never end',
    name: 'a.xlsx',
    bytes: () => workbookOf({ sheet: sheetOf(HEADER + '<c r="A2'.repeat(200_000)) }),
    codes: ['no_rows'],
  },
  {
    what: 'texts that never end',
    name: 'a.xlsx',
    bytes: () => workbookOf({ sheet: sheetOf(HEADER + '<c><v><![CDATA['.repeat(200_000)) }),
    codes: ['no_rows'],
  },
  {
    what: 'merged cells that cover everything, often',
    name: 'a.xlsx',
    bytes: () =>
      workbookOf({
        sheet: sheetOf(
          HEADER +
            '<row><c t="inlineStr"><is><t>x</t></is></c><c t="inlineStr"><is><t>y</t></is></c></row>'.repeat(
              20_000,
            ),
          `<mergeCells>${'<mergeCell ref="A1:A1048576"/>'.repeat(20_000)}</mergeCells>`,
        ),
      }),
    codes: ['file_damaged'],
  },
  {
    what: 'a row beyond the last',
    name: 'a.xlsx',
    bytes: () =>
      workbookOf({ sheet: sheetOf(`${HEADER}<row r="99999999999"><c><v>1</v></c></row>`) }),
    codes: ['file_damaged'],
  },
  {
    what: 'a column beyond the limit',
    name: 'a.xlsx',
    bytes: () => workbookOf({ sheet: sheetOf('<row><c r="XFD1"><v>1</v></c></row>') }),
    codes: ['too_many_columns'],
  },
  {
    what: 'more rows than the limit',
    name: 'a.xlsx',
    bytes: () =>
      workbookOf({
        sheet: sheetOf(
          Array.from({ length: 260_000 }, (_, n) => `<row><c><v>${n * 7919}</v></c></row>`).join(
            '',
          ),
        ),
      }),
    codes: ['too_many_rows'],
  },
];

const TEXTS: HostileFile[] = [
  {
    what: 'a million columns',
    name: 'a.csv',
    bytes: () => text(`${'a,'.repeat(1_000_000)}\n`),
    codes: ['too_many_columns'],
  },
  {
    what: '20 MB without an end of line',
    name: 'a.csv',
    bytes: () => text('x'.repeat(20_000_000)),
    codes: ['cell_too_long'],
  },
  {
    what: '20 million empty lines',
    name: 'a.csv',
    bytes: () => text(good + '\n'.repeat(20_000_000)),
    codes: [],
  },
  {
    what: 'more rows than the limit',
    name: 'a.csv',
    bytes: () => text('Month,OTD_PCT\n' + '2023-07,80\n'.repeat(300_000)),
    codes: ['too_many_rows'],
  },
  {
    what: 'a quote that opens and never closes',
    name: 'a.csv',
    bytes: () => text(`Month,OTD_PCT\n2023-07,"${'8\n'.repeat(1_000_000)}`),
    codes: ['quote_not_closed'],
  },
  {
    what: '60 MB',
    name: 'a.csv',
    bytes: () => text('x'.repeat(60_000_000)),
    codes: ['file_too_large'],
  },
  {
    what: 'a NUL far behind the beginning',
    name: 'a.csv',
    bytes: () => text(`${good}${'2023-07,80\n'.repeat(1000)}2023-08,8\u00000\n`),
    codes: ['file_is_binary'],
  },
  {
    what: 'two encodings in one file',
    name: 'a.csv',
    bytes: () =>
      new Uint8Array([
        ...text('月份,准点率\n2023-07,80\n'),
        ...latin('Br\u00fccke,d\u00e9j\u00e0\n'),
      ]),
    codes: ['encoding_mixed'],
  },
  {
    what: 'UTF-16 of broken halves',
    name: 'a.csv',
    bytes: () => new Uint8Array([0xff, 0xfe, ...utf16('Month,\ud83d,OTD_PCT\n', false)]),
    codes: ['encoding_broken'],
  },
];

const DISGUISED: HostileFile[] = [
  ['a web page as a workbook', 'a.xlsx', text('<html><table><tr><td>1'), 'file_is_web_page'],
  [
    'a program as a workbook',
    'a.xlsx',
    latin('MZ\u0090\u0000\u0003\u0000\u0000\u0000'),
    'file_is_binary',
  ],
  [
    'a program as text',
    'a.csv',
    latin('\u007fELF\u0002\u0001\u0001\u0000\u0000'),
    'file_is_binary',
  ],
  ['text as a workbook', 'a.xlsx', text(good), 'file_named_workbook_is_text'],
  ['a workbook as text', 'a.csv', workbookOf({}), 'file_named_text_is_workbook'],
  ['a workbook with two endings', 'a.xlsx.csv', workbookOf({}), 'file_named_text_is_workbook'],
  ['text with two endings', 'a.csv.xlsx', text(good), 'file_named_workbook_is_text'],
  ['an archive as text', 'a.csv', zipOf([{ name: 'a.csv', data: text(good) }]), 'file_is_archive'],
  [
    'a macro workbook',
    'a.xlsx',
    workbookOf({ more: [{ name: 'xl/vbaProject.bin', data: text('x') }] }),
    'file_is_macro_workbook',
  ],
].map(([what, name, bytes, code]) => ({
  what: what as string,
  name: name as string,
  bytes: () => bytes as Uint8Array,
  codes: [code as string],
}));

export const hostileFiles: readonly HostileFile[] = [...BOMBS, ...XML, ...TEXTS, ...DISGUISED];

/** Odd but honest: to be read as they are meant. */
export const oddFiles: readonly Omit<HostileFile, 'codes'>[] = [
  { what: 'UTF-16 without a mark', name: 'a.csv', bytes: () => utf16(good, false) },
  { what: 'UTF-16, big end first, without a mark', name: 'a.csv', bytes: () => utf16(good, true) },
  {
    what: 'texts within CDATA and entities of XML itself',
    name: 'a.xlsx',
    bytes: () =>
      workbookOf({
        sheet: sheetOf(
          `${HEADER.replace('>Month<', '><![CDATA[Month]]><')}<!-- <row r="9"> --><row r="2"><c r="A2" t="str"><v>2023&#45;07</v></c><c r="B2"><v>80</v></c></row>`,
        ),
      }),
  },
];
