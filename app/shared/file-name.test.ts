import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFileName } from './file-name';

describe('cleanFileName', () => {
  it.each([
    ['report.csv', 'report.csv'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\win.ini', 'win.ini'],
    ['C:\\Users\\ana\\2023-07 准点率.xlsx', '2023-07 准点率.xlsx'],
    ['report\u0000.csv', 'report.csv'],
    ['a\r\nSet-Cookie: x=1.csv', 'aSet-Cookie: x=1.csv'],
    ['report\u202exslx.csv', 'reportxslx.csv'],
    ['half \ud83d.csv', 'half .csv'],
    ['', 'file'],
    ['..', 'file'],
    ['folder/', 'file'],
  ])('makes %j %j', (name, clean) => {
    expect(cleanFileName(name)).toBe(clean);
  });

  it('keeps the ending of a name of 4 KB', () => {
    const clean = cleanFileName(`${'字'.repeat(4096)}.xlsx`);
    expect([...clean]).toHaveLength(150);
    expect(clean).toMatch(/字\.xlsx$/);
  });

  it('never leaves a folder, a control sign or more than 150 characters, and changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const clean = cleanFileName(name);
        expect(clean).not.toMatch(/[/\\\p{Cc}\u202e]/u);
        expect([...clean].length).toBeGreaterThan(0);
        expect([...clean].length).toBeLessThanOrEqual(150);
        expect(clean).not.toMatch(/\p{Cs}/u);
        expect(cleanFileName(clean)).toBe(clean);
      }),
    );
  });
});
