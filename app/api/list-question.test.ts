import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readListQuestion, type Askable } from './list-question';
import { MOST_ROWS, USUAL_ROWS } from './list-size';

const askable: Askable = {
  filters: {
    state: { value: z.enum(['open', 'closed']), about: 'Where it stands' },
    from: { value: z.string().regex(/^\d{4}-\d{2}$/), single: true, about: 'The first month' },
  },
  sorts: ['id', 'period'],
  defaultSort: '-period',
};

const ask = (query: string) => readListQuestion(new URLSearchParams(query), askable);

function problems(query: string) {
  const read = ask(query);
  return read.ok ? [] : read.problems;
}

describe('the question of a list', () => {
  it('has its usual answers where nothing is said', () => {
    expect(ask('')).toEqual({
      ok: true,
      question: { limit: USUAL_ROWS, cursor: null, sort: 'period', dir: 'desc', filters: {} },
    });
  });

  it('is read from the URL, filters by one value or several', () => {
    expect(ask('state=open&state=closed&from=2023-01&sort=id&limit=2&cursor=abc')).toEqual({
      ok: true,
      question: {
        ...{ limit: 2, cursor: 'abc', sort: 'id', dir: 'asc' },
        filters: { state: ['open', 'closed'], from: ['2023-01'] },
      },
    });
  });

  it('names every parameter that is not understood', () => {
    expect(problems('stat=open&state=shut&limit=0&sort=name')).toEqual(
      expect.arrayContaining([
        { parameter: 'stat', code: 'unknown', value: 'open', allowed: null },
        { parameter: 'state', code: 'not_a_choice', value: 'shut', allowed: ['open', 'closed'] },
        { parameter: 'limit', code: 'invalid', value: '0', allowed: null },
        {
          ...{ parameter: 'sort', code: 'not_a_choice', value: 'name' },
          allowed: ['id', '-id', 'period', '-period'],
        },
      ]),
    );
    expect(problems('from=2023-01&from=2023-02')).toMatchObject([
      { parameter: 'from', code: 'once' },
    ]);
    expect(problems('from=today')).toMatchObject([{ code: 'invalid', value: 'today' }]);
  });

  it('takes no more rows than a page has', () => {
    expect(problems(`limit=${MOST_ROWS}`)).toEqual([]);
    for (const limit of [MOST_ROWS + 1, -1, '1e2', 'all', ''])
      expect(problems(`limit=${limit}`), String(limit)).toMatchObject([{ parameter: 'limit' }]);
  });
});
