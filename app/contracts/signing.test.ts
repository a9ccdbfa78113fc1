import { describe, expect, it } from 'vitest';
import { checkPapers } from './signing';

describe('what was signed', () => {
  it.each([
    ['one version prevails by itself', ['en'], null, null, 'en'],
    ['of two the one that is named', ['en', 'zh'], 'zh', null, 'zh'],
    ['none yet, with why', [], null, 'Original by courier', null],
  ] as const)('%s', (_, languages, prevails, later, value) => {
    expect(checkPapers({ languages, prevails, later })).toEqual({ ok: true, value });
  });

  it.each([
    ['neither document nor reason', [], null, ' ', 'signed_document_missing', 'file'],
    ['a version in no language', [null], null, null, 'required', 'language'],
    ['a second one in none', ['en', null], 'en', null, 'required', 'translation_language'],
    ['a language twice', ['en', 'en'], 'en', null, 'signed_language_twice', 'translation_language'],
    ['two and none prevails', ['en', 'zh'], null, null, 'signed_prevails_unknown', 'prevails'],
    ['one that is not there', ['en'], 'zh', null, 'signed_prevails_unknown', 'prevails'],
  ] as const)('is refused: %s', (_, languages, prevails, later, code, field) => {
    expect(checkPapers({ languages, prevails, later })).toMatchObject({ reason: { code, field } });
  });
});
