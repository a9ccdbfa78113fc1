import { expect, it } from 'vitest';
import { MOST_JSON, rowsOfBody } from './report-body';

it('reads a report again that was taken in when more rows were allowed', () => {
  const row = { period: '2023-07', kpi: 'OTD_PCT', value: '79.97' };
  const rows = Array.from({ length: MOST_JSON.rows + 1 }, () => row);
  const read = rowsOfBody(JSON.stringify({ vendor: 'HARBOUR', rows }));
  expect(read).toHaveLength(MOST_JSON.rows + 1);
  expect(read.at(-1)).toEqual(row);
});
