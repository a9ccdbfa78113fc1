import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentType, safeFileName } from './document';

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\fakepath\\Licence.pdf', 'Licence.pdf'],
    ['a\u202Efdp.exe', 'afdp.exe'],
    ['line\r\nbreak\0.pdf', 'linebreak.pdf'],
    ['营业执照（副本）.pdf', '营业执照（副本）.pdf'],
    ['what?<b>|"x".txt', 'what__b___x_.txt'],
    ['.htaccess', 'htaccess'],
    ['aux.pdf', '_aux.pdf'],
    ['   ', 'document'],
    ['', 'document'],
  ])('%j is kept as %j', (given, kept) => {
    expect(safeFileName(given)).toBe(kept);
  });

  it('never leaves a folder, a control sign or more than a disk takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const kept = safeFileName(name);
        expect(kept).not.toMatch(/[/\\\p{C}<>:"|?*]/u);
        expect(kept.length).toBeGreaterThan(0);
        expect(new TextEncoder().encode(kept).length).toBeLessThan(600);
        expect(safeFileName(kept)).toBe(kept);
      }),
    );
  });
});

describe('the type of a file', () => {
  it.each([
    ['a.pdf', 'pdf', 'application/pdf'],
    ['a.JPEG', 'jpg', 'image/jpeg'],
    ['a.csv', 'txt', 'text/csv; charset=utf-8'],
  ])('%s of %s is %s', (name, sniffed, type) => {
    expect(documentType(name, sniffed)).toEqual({ ok: true, value: type });
  });

  it.each([
    ['a.pdf', 'png', 'document_misnamed'],
    ['a', 'pdf', 'document_misnamed'],
    ['a.exe', 'exe', 'document_type_unknown'],
    ['a.html', null, 'document_type_unknown'],
  ])('%s of %s is refused', (name, sniffed, code) => {
    expect(documentType(name, sniffed)).toMatchObject({ ok: false, reason: { code } });
  });
});
