import { describe, expect, it } from 'vitest';
import { engine } from '~db/columns';
import type { Resource } from '~/api/resource.server';
import { apiResources } from '~/api/resources.server';
import {
  askAllOnce,
  WALKED,
  asked,
  asQuestion,
  wayThrough,
  planOf,
  scansOf,
  wholeTables,
  isKnown,
} from './asked-statements';

askAllOnce();

describe.runIf(engine === 'sqlite')('the plans of what pages and jobs ask', () => {
  it('read no growing table from end to end', async () => {
    expect(asked.size).toBeGreaterThan(300);
    const scans = await wholeTables();
    expect(
      scans
        .filter((scan) => !isKnown(scan))
        .map(({ table, statement, by }) => `${by.join(' ')} reads all of ${table}: ${statement}`),
    ).toEqual([]);
  });

  it('follow each filter of the interface by an index, or say why not', async () => {
    const unhelped: string[] = [];
    for (const [resource, { filters }] of Object.entries<Resource>(apiResources)) {
      for (const filter of Object.entries(filters)) {
        const way = await wayThrough(resource, asQuestion(filter));
        const name = `${resource}?${filter[0]}`;
        if (!way.startsWith('SEARCH ') && !WALKED.some(({ filters }) => filters.test(name)))
          unhelped.push(`${name}: ${way}`);
      }
    }
    expect(unhelped).toEqual([]);
  });

  it('are looked at: a question without an index is found', async () => {
    const statement = 'select * from breaches where kind = ? order by severity limit ?';
    const plan = await planOf(statement, { params: ['value', 5], by: new Set() });
    expect(scansOf(plan, statement)).toEqual(['breaches']);
  });
});
