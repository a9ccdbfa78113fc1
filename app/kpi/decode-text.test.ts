import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text';
import { FileRefusal } from './refusal';

const utf8 = (text: string) => new TextEncoder().encode(text);
const gb18030 = readFileSync('tests/data/airline-otp/uploads/zh-csv-gb18030/AS_2023-01.csv');

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const whole = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(whole.length * 2));
  [...whole].forEach((letter, index) =>
    view.setUint16(index * 2, letter.charCodeAt(0), littleEndian),
  );
  return new Uint8Array(view.buffer);
}

function refusal(bytes: Uint8Array): { code: string; row: number | null } {
  try {
    decodeText(bytes);
  } catch (error) {
    if (error instanceof FileRefusal) return { code: error.code, row: error.row };
    throw error;
  }
  throw new Error('decoded');
}

describe('decodeText', () => {
  it('reads UTF-8 with and without byte order mark', () => {
    expect(decodeText(utf8('月份,准点率'))).toEqual({ text: '月份,准点率', encoding: 'utf-8' });
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('é;1')])).text).toBe('é;1');
  });

  it('reads UTF-16 of both orders, with and without byte order mark', () => {
    for (const littleEndian of [true, false])
      for (const mark of [true, false])
        expect(decodeText(utf16('Month,On-time %\n2023-07,79.97\n', littleEndian, mark)).text).toBe(
          'Month,On-time %\n2023-07,79.97\n',
        );
  });

  it('reads GB18030', () => {
    const { text, encoding } = decodeText(gb18030);
    expect(encoding).toBe('gb18030');
    expect(text).toContain('供应商代码');
    expect(text).toContain('2023年1月');
  });

  it('refuses UTF-8 lines among GB18030 lines, naming the first line that is not UTF-8', () => {
    const bytes = Uint8Array.from([...utf8('供应商代码,报告月份\n'), ...gb18030]);
    expect(refusal(bytes)).toEqual({ code: 'encoding_mixed', row: 2 });
  });

  it('refuses a Western single-byte encoding in place of showing it as Chinese', () => {
    const latin = Uint8Array.from([
      ...utf8('Gare\nd'),
      0xe9,
      ...utf8('part;arriv'),
      0xe9,
      ...utf8('e\n'),
    ]);
    expect(refusal(latin)).toEqual({ code: 'encoding_unknown', row: 2 });
  });

  it('refuses bytes that break the encoding which the mark promises', () => {
    const broken = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('a,b\n'), 0xc3, 0x28]);
    expect(refusal(broken)).toEqual({ code: 'encoding_broken', row: 2 });
    expect(refusal(Uint8Array.from([0xff, 0xfe, 0x61]))).toEqual({
      code: 'encoding_broken',
      row: null,
    });
  });
});
