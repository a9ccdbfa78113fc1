import { describe, expect, it } from 'vitest';
import { storeFailure } from './constraint';

const coded = (code: string, message = code) => Object.assign(new Error(message), { code });

describe('storeFailure', () => {
  it.each([
    ['a refused connection', coded('ECONNREFUSED'), 'unreachable'],
    ['a server that is ending', coded('57P01'), 'unreachable'],
    ['a server that is starting', coded('57P03'), 'unreachable'],
    ['a writer that stayed busy', coded('SQLITE_BUSY'), 'unreachable'],
    ['a cut connection', new Error('Connection terminated unexpectedly'), 'unreachable'],
    ['a full disk under the embedded store', coded('SQLITE_FULL'), 'full'],
    ['a full disk under PostgreSQL', coded('53100'), 'full'],
    ['a full disk under the uploads', coded('ENOSPC'), 'full'],
    ['a broken constraint', coded('23505'), null],
    ['a bug', new TypeError('x is undefined'), null],
    ['no error', 'x', null],
  ])('knows %s', (_, error, failure) => {
    expect(storeFailure(error)).toBe(failure);
    expect(storeFailure(new Error('Failed query', { cause: error }))).toBe(failure);
  });
});
