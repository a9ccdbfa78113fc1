import { readZipDirectory, unpackEntry } from '~/kpi/zip-archive';
import type { Chance } from '../faults/chance';
import { zipOf, type ZipPart } from './zip-file';

export type SentFile = { name: string; bytes: Uint8Array };
type Mutation = (file: SentFile, chance: Chance, all: readonly SentFile[]) => Promise<SentFile>;

const UNPACKED_LIMIT = 50_000_000;
const NUMBERS = [
  '1e308',
  '-1e308',
  '1e20',
  '9e99',
  '-0',
  'NaN',
  'Infinity',
  '0x1F',
  '1,2,3',
  '1.2.3',
  '٣٫٥',
  '１００％',
  '9'.repeat(29),
  '9'.repeat(400),
  `0.${'0'.repeat(40)}1`,
  '100.0000000001',
  '-1',
  '=1+1',
  '+80',
  '80%%',
  '',
];
const SPLINTERS = [
  '"',
  '""',
  '"\n',
  ',',
  ';;',
  '\t',
  '\r',
  '\n\n',
  '\u0000',
  '\u202e',
  '\ufeff',
  '=cmd|x',
  '😀',
  '全部',
  '月份',
];

/** One file made worse in one to three ways, as the seed has it. */
export async function mutated(
  all: readonly SentFile[],
  chance: Chance,
): Promise<SentFile & { how: string }> {
  let file = chance.pick(all);
  const from = file.name;
  const how: string[] = [];
  for (let times = chance.whole(1, 3); times > 0; times -= 1) {
    const kinds = isZip(file)
      ? [...anyFile, ...archives, ...archives]
      : [...anyFile, ...texts, ...texts];
    const mutation = chance.pick(kinds);
    how.push(mutation.name);
    file = await mutation(file, chance, all);
  }
  return { ...file, how: `${from}: ${how.join(', ')}` };
}

const isZip = ({ bytes }: SentFile) => bytes[0] === 0x50 && bytes[1] === 0x4b;

const flipBits: Mutation = (file, chance) => {
  const bytes = new Uint8Array(file.bytes);
  for (let times = chance.whole(1, 8); times > 0 && bytes.length > 0; times -= 1) {
    const at = chance.whole(0, bytes.length - 1);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.whole(0, 7));
  }
  return Promise.resolve({ ...file, bytes });
};

const truncate: Mutation = (file, chance) =>
  Promise.resolve({ ...file, bytes: file.bytes.slice(0, chance.whole(0, file.bytes.length)) });

const cutOut: Mutation = (file, chance) => {
  const from = chance.whole(0, file.bytes.length);
  const to = Math.min(file.bytes.length, from + chance.whole(1, 200));
  return Promise.resolve({
    ...file,
    bytes: joined(file.bytes.slice(0, from), file.bytes.slice(to)),
  });
};

const repeatPart: Mutation = (file, chance) => {
  const from = chance.whole(0, file.bytes.length);
  const part = file.bytes.slice(from, from + chance.whole(1, 400));
  const middle = Array.from({ length: chance.whole(1, 30) }, () => part);
  return Promise.resolve({
    ...file,
    bytes: joined(file.bytes.slice(0, from), ...middle, file.bytes.slice(from)),
  });
};

const joinAnother: Mutation = (file, chance, all) =>
  Promise.resolve({ ...file, bytes: joined(file.bytes, chance.pick(all).bytes) });

const rename: Mutation = (file, chance) => {
  const endings = ['.csv', '.xlsx', '.txt', '.xls', '', '.csv.xlsx', '.pdf'];
  return Promise.resolve({ ...file, name: file.name.replace(/\.\w+$/, '') + chance.pick(endings) });
};

const swapEncoding: Mutation = (file, chance) => {
  const text = textOf(file);
  const bytes = chance.pick([
    () => new Uint8Array(Buffer.from(text, 'utf16le')),
    () => new Uint8Array(Buffer.from(text.slice(0, text.length & ~1), 'utf16le').swap16()),
    () => new Uint8Array(Buffer.from(text, 'latin1')),
    () =>
      joined(
        encode(text.slice(0, text.length >> 1)),
        Buffer.from(text.slice(text.length >> 1), 'latin1'),
      ),
    () => joined(Uint8Array.from([0xff, 0xfe]), encode(text)),
    () => joined(Uint8Array.from([0xef, 0xbb, 0xbf]), Buffer.from(text, 'utf16le')),
  ])();
  return Promise.resolve({ ...file, bytes });
};

const changeColumns: Mutation = (file, chance) => {
  const separator = textOf(file).includes(';') ? ';' : ',';
  const lines = textOf(file)
    .split('\n')
    .map((line) => line.split(separator));
  const at = chance.whole(0, Math.max(0, (lines[0]?.length ?? 1) - 1));
  const other = chance.whole(0, Math.max(0, (lines[0]?.length ?? 1) - 1));
  const change = chance.pick<(cells: string[]) => string[]>([
    (cells) => cells.filter((_, index) => index !== at),
    (cells) => [...cells.slice(0, at), cells[at] ?? '', ...cells.slice(at)],
    (cells) =>
      cells.map((cell, index) =>
        index === at ? (cells[other] ?? '') : index === other ? (cells[at] ?? '') : cell,
      ),
    (cells) => [...cells, ...cells],
  ]);
  return textFile(file, lines.map((cells) => change(cells).join(separator)).join('\n'));
};

const changeNumbers: Mutation = (file, chance) =>
  textFile(file, withOddNumbers(textOf(file), chance));

const inject: Mutation = (file, chance) => {
  let text = textOf(file);
  for (let times = chance.whole(1, 5); times > 0; times -= 1) {
    const at = chance.whole(0, text.length);
    text = text.slice(0, at) + chance.pick(SPLINTERS) + text.slice(at);
  }
  return textFile(file, text);
};

const shuffleLines: Mutation = (file, chance) => {
  const lines = textOf(file).split('\n');
  const at = chance.whole(0, lines.length);
  const much = Array.from({ length: chance.whole(1, 300) }, () => chance.pick(lines));
  return textFile(file, [...lines.slice(0, at), ...much, ...lines.slice(at)].join('\n'));
};

const changeParts: Mutation = (file, chance) =>
  reworked(file, (parts) =>
    parts.map((part) =>
      chance.next() < 0.5 && part.name.endsWith('.xml')
        ? { ...part, data: worseXml(part.data, chance) }
        : part,
    ),
  );

const loseOrDoublePart: Mutation = (file, chance) =>
  reworked(file, (parts) => {
    const at = chance.whole(0, parts.length - 1);
    return chance.next() < 0.5
      ? parts.filter((_, index) => index !== at)
      : [...parts, ...parts.slice(at, at + 1)];
  });

const lie: Mutation = (file, chance) =>
  reworked(file, (parts) =>
    parts.map((part) =>
      chance.next() < 0.3 ? { ...part, claims: { size: chance.whole(0, 2 ** 31) } } : part,
    ),
  );

const splice: Mutation = async (file, chance, all) => {
  const others = all.filter(isZip);
  if (others.length === 0) return file;
  const foreign = await partsOf(chance.pick(others));
  return reworked(file, (parts) =>
    parts.map((part) =>
      chance.next() < 0.3
        ? { ...chance.pick(foreign.length > 0 ? foreign : parts), name: part.name }
        : part,
    ),
  );
};

const anyFile: Mutation[] = [flipBits, truncate, cutOut, repeatPart, joinAnother, rename];
const texts: Mutation[] = [swapEncoding, changeColumns, changeNumbers, inject, shuffleLines];
const archives: Mutation[] = [changeParts, loseOrDoublePart, lie, splice];

function worseXml(data: Uint8Array, chance: Chance): Uint8Array {
  const xml = new TextDecoder().decode(data);
  const at = chance.whole(0, xml.length);
  return encode(
    chance.pick<() => string>([
      () => withOddNumbers(xml, chance),
      () =>
        xml.slice(0, at) +
        chance.pick([
          '<',
          '>',
          '"',
          '&#xD800;',
          '&#0;',
          '_x0000_',
          '<!--',
          '<![CDATA[',
          ']]>',
          '</row>',
          '<row r="5">',
        ]) +
        xml.slice(at),
      () => xml.slice(0, at),
      () =>
        xml.replace(/ r="[A-Z]+\d+"/g, (found) =>
          chance.next() < 0.1
            ? chance.pick([' r="XFD9"', ' r=""', ' r="A0"', ' r="ZZZZ1"'])
            : found,
        ),
      () =>
        xml.replace(/ [st]="\w+"/g, (found) =>
          chance.next() < 0.2 ? chance.pick([' t="b"', ' t="s"', ' s="999"', ' t="d"', '']) : found,
        ),
      () => xml + xml,
    ])(),
  );
}

function withOddNumbers(text: string, chance: Chance): string {
  return text.replace(/\d+(\.\d+)?/g, (found) =>
    chance.next() < 0.05 ? chance.pick(NUMBERS) : found,
  );
}

/** The archive anew from its parts as they are changed; one that can't be opened stays as it is. */
async function reworked(
  file: SentFile,
  change: (parts: ZipPart[]) => ZipPart[],
): Promise<SentFile> {
  const parts = await partsOf(file);
  return parts.length === 0 ? file : { ...file, bytes: zipOf(change(parts)) };
}

async function partsOf({ bytes }: SentFile): Promise<ZipPart[]> {
  try {
    const entries = [...readZipDirectory(bytes, UNPACKED_LIMIT).values()];
    return await Promise.all(
      entries.map(async (entry) => ({ name: entry.name, data: await unpackEntry(bytes, entry) })),
    );
  } catch {
    return [];
  }
}

function textOf({ bytes }: SentFile): string {
  return new TextDecoder().decode(bytes);
}

function textFile(file: SentFile, text: string): Promise<SentFile> {
  return Promise.resolve({ ...file, bytes: encode(text) });
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
