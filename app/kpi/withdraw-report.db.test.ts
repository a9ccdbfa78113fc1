import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditEntries } from '~db/schema/audit';
import { periodOf } from '~/shared/period';
import { readingsBehind } from '~/sla/evaluation-queries.server';
import { reports } from '~db/schema/kpi';
import { must } from '../../tests/casts/newcomer';
import { acceptReport } from './accept-report.server';
import { answerReport } from './answer-report.server';
import { discardReport } from './discard-report.server';
import type { WaitingChoice } from './report';
import { findReport } from './report-queries.server';
import { returnReport } from './return-report.server';
import { withdrawReport } from './withdraw-report.server';
import {
  reportsForEach,
  store,
  cast,
  hanna,
  bruno,
  mona,
  marek,
  draftOf,
  draft,
  submit,
  sent,
  statesOf,
  codeOf,
  toldOf,
} from '../../tests/casts/waiting-report-cast';

reportsForEach();

describe('a month for which a report waits for review', () => {
  it('is sent again only with a word on what becomes of the first, which is then a draft again', async () => {
    const first = await sent('2023-12', '91.5');
    const second = await draft('2023-12', '92.5');
    expect(await submit(second)).toMatchObject({
      reason: { code: 'report_waits', field: 'waiting' },
    });
    expect(await statesOf(first, second)).toEqual(['submitted', 'draft']);
    must(await submit(second, 'replace'));
    expect(await statesOf(first, second)).toEqual(['draft', 'submitted']);
    expect(codeOf(await acceptReport(store, mona!, { reportId: first }))).toBe(
      'report_not_submitted',
    );
    const withdrawn = eq(auditEntries.action, 'report.withdrawn');
    expect(await store.read.$count(auditEntries, withdrawn)).toBe(1);
    expect(await toldOf('reportWithdrawn')).toEqual(['marek@example.com', 'mona@example.com']);
    must(await submit(first, 'replace'));
    expect(await statesOf(first, second)).toEqual(['submitted', 'draft']);
  });

  it('keeps a report that holds more than the one that is sent, whatever is asked', async () => {
    const both = await draftOf([
      ['OTD_PCT', '2023-11', '91.5'],
      ['OTD_PCT', '2023-12', '92.5'],
    ]);
    must(await submit(both));
    const december = await draft('2023-12', '93.5');
    expect(await submit(december, 'replace')).toMatchObject({ reason: { code: 'report_stays' } });
    must(await submit(december));
    expect(await statesOf(both, december)).toEqual(['submitted', 'submitted']);
  });

  it('keeps what the other side brought, and hides a report of ours that was never accepted from the vendor', async () => {
    const theirs = await sent('2023-12', '91.5');
    const ours = await draft('2023-12', '92.5', mona);
    expect(await submit(ours, 'replace', mona)).toMatchObject({ reason: { code: 'report_stays' } });
    must(await submit(ours, null, mona));
    expect(await statesOf(theirs, ours)).toEqual(['submitted', 'submitted']);

    const row = ['OTD_PCT', '2023-12'] as const;
    const measured = await draftOf([[...row, '88.5']], mona, 'internal_review');
    must(await submit(measured, null, mona));
    must(await returnReport(store, marek!, { reportId: measured, note: 'Again.', requests: [] }));
    const again = await draftOf([[...row, '89.5']], mona, 'internal_review');
    must(await submit(again, null, mona));
    expect(await statesOf(measured, again)).toEqual(['superseded', 'submitted']);
    expect(await findReport(store.read, hanna!.scope, measured)).toBeNull();
    must(await acceptReport(store, marek!, { reportId: again }));
    expect(await findReport(store.read, hanna!.scope, again)).toMatchObject({ id: again });
    const span = { first: periodOf(2023, 12), last: periodOf(2023, 12) };
    const behind = await readingsBehind(store.read, {
      ...{ vendorId: cast.vendor.harbour.id, kpiId: cast.kpi.onTime.id, ...span },
      ...{ serviceId: null, marketId: null },
    });
    expect(behind.map(({ value }) => value)).not.toContain('88.5');
    expect(behind.map(({ value }) => value)).toContain('89.5');
  });

  it('keeps a report that was sent back for more months than the one that mends it', async () => {
    const both = await draftOf([
      ['OTD_PCT', '2023-11', '91.5'],
      ['OTD_PCT', '2023-12', '92.5'],
    ]);
    must(await submit(both));
    must(await returnReport(store, mona!, { reportId: both, note: 'Look again.', requests: [] }));
    const december = await draft('2023-12', '93.5');
    must(await submit(december));
    expect(await statesOf(both, december)).toEqual(['changes_requested', 'submitted']);
  });

  it('loses no reading of what waits unless somebody took it back and another report holds it', async () => {
    const cells = ['OTD_PCT', 'CANCEL_PCT'].flatMap((kpi) =>
      ['2023-10', '2023-11', '2023-12'].map((month) => ({ kpi, month })),
    );
    const step = fc.record({
      cells: fc.subarray(cells, { minLength: 1 }),
      choice: fc.constantFrom<(WaitingChoice | null)[]>('replace', 'keep', null),
      isTheirs: fc.boolean(),
    });
    const steps = fc.array(step, { minLength: 2, maxLength: 4 });
    const whole = { cells, choice: 'replace' as const, isTheirs: true };
    let replaced = 0;
    let count = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (tries) => {
        await store.transact((tx) =>
          tx.update(reports).set({ state: 'accepted' }).where(eq(reports.state, 'submitted')),
        );
        const waiting = new Map<number, { keys: string[]; isTheirs: boolean }>();
        for (const { cells: held, choice: wanted, isTheirs: side } of tries) {
          const by = side ? hanna! : mona!;
          count += 1;
          const rows = held.map(({ kpi, month }) => [kpi, month, `${90 + count / 1000}`] as const);
          const id = await draftOf(rows, by);
          const keys = held.map(({ kpi, month }) => `${kpi} ${month}`);
          const outcome = await submit(id, wanted, by);
          const states = await statesOf(...waiting.keys());
          for (const [at, [old, before]] of [...waiting].entries()) {
            if (states[at] === 'submitted') continue;
            expect(outcome.ok && wanted === 'replace').toBe(true);
            expect(states[at]).toBe('draft');
            expect(before.isTheirs).toBe(side);
            expect(keys).toEqual(expect.arrayContaining(before.keys));
            waiting.delete(old);
            replaced += 1;
          }
          if (outcome.ok) waiting.set(id, { keys, isTheirs: side });
        }
      }),
      { numRuns: 25, examples: [[[{ ...whole, cells: cells.slice(1) }, whole]]] },
    );
    expect(replaced).toBeGreaterThan(0);
  });

  it('may be sent beside it', async () => {
    const first = await sent('2023-12', '91.5');
    const second = await draft('2023-12', '92.5');
    must(await submit(second, 'keep'));
    expect(await statesOf(first, second)).toEqual(['submitted', 'submitted']);
  });

  it('hinders no other month, and nothing that was decided', async () => {
    const first = await sent('2023-12', '91.5');
    const other = await sent('2023-11', '92.5');
    must(await acceptReport(store, mona!, { reportId: first }));
    const again = await sent('2023-12', '93.5');
    expect(await statesOf(first, other, again)).toEqual(['accepted', 'submitted', 'submitted']);
  });
});

describe('a file of the same bytes', () => {
  it('is a report of its own to those who do not know of the first', async () => {
    const ours = await draft('2023-12', '91.5', mona);
    expect(await draft('2023-12', '91.5', marek)).toBe(ours);
    const theirs = await draft('2023-12', '91.5');
    expect(theirs).not.toBe(ours);
    expect(await findReport(store.read, hanna!.scope, theirs)).toMatchObject({ id: theirs });
  });
});

describe('a report that waits for review', () => {
  it('is taken back by its vendor, and is a draft that can be sent again', async () => {
    const reportId = await sent('2023-12', '91.5');
    must(await withdrawReport(store, hanna!, { reportId }));
    const [row] = await store.read.select().from(reports).where(eq(reports.id, reportId));
    expect(row).toMatchObject({ state: 'draft', submittedAt: null, submittedBy: null });
    expect(await toldOf('reportWithdrawn')).toEqual(['marek@example.com', 'mona@example.com']);
    const withdrawn = eq(auditEntries.action, 'report.withdrawn');
    expect(await store.read.$count(auditEntries, withdrawn)).toBe(1);
    expect(codeOf(await withdrawReport(store, hanna!, { reportId }))).toBe('report_not_submitted');
    must(await submit(reportId));
    must(await acceptReport(store, mona!, { reportId }));
    expect(codeOf(await withdrawReport(store, hanna!, { reportId }))).toBe('report_not_submitted');
  });

  it('is taken back by nobody else, nor what others sent for the vendor', async () => {
    const reportId = await sent('2023-12', '91.5');
    const ours = await draft('2023-11', '90.5', mona);
    must(await submit(ours, null, mona));
    expect(codeOf(await withdrawReport(store, bruno!, { reportId }))).toBe('not_found');
    expect(codeOf(await withdrawReport(store, mona!, { reportId }))).toBe('not_found');
    expect(codeOf(await withdrawReport(store, hanna!, { reportId: ours }))).toBe('not_found');
    expect(await statesOf(reportId, ours)).toEqual(['submitted', 'submitted']);
  });
});

describe('a report that was sent back', () => {
  it('is thrown away or stood by by its own side alone', async () => {
    const theirs = await sent('2023-12', '91.5');
    must(await returnReport(store, mona!, { reportId: theirs, note: 'Sure?', requests: [] }));
    const ours = await draft('2023-11', '90.5', mona);
    must(await submit(ours, null, mona));
    must(await returnReport(store, marek!, { reportId: ours, note: 'Sure?', requests: [] }));
    for (const [by, reportId] of [
      [marek!, theirs],
      [hanna!, ours],
    ] as const) {
      expect(codeOf(await discardReport(store, by, { reportId }))).toBe('not_found');
      expect(codeOf(await answerReport(store, by, { reportId, answer: 'Yes.' }))).toBe('not_found');
    }
    expect(await statesOf(theirs, ours)).toEqual(['changes_requested', 'changes_requested']);
    must(await answerReport(store, hanna!, { reportId: theirs, answer: 'Yes.' }));
    must(await discardReport(store, marek!, { reportId: ours }));
  });
});
