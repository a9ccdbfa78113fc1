import { beforeAll, describe, expect, it } from 'vitest';
import type { PortalContext } from '~/context';
import { commandAct } from '~/auth/act';
import { decideProposal } from '~/fallback/decide-proposal.server';
import { moveStatementTo } from '~/settlement/move-statement.server';
import { checkPlan } from '~/sla/case-plan';
import * as schema from '~db/schema';
import { castInto, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { contextFor, visitAs, type Form } from '../visit';
import { recordEverything, type Records } from './records';
import { filledPath, listRoutes, type ListedRoute } from './route-list';

/*
 * The walk with a text that has no end: it is put into the fields of every form, by everybody who may send one. None
 * keeps it, cut or whole, and each form that asks for words says that they are too many.
 */

const endless = 'x'.repeat(100_000);
/** More of it than any text of ours holds. */
const kept = 'x'.repeat(12_000);
/** What our forms call the words that go with a step. */
const fields = ['text', 'reason', 'note', 'remarks', 'comment', 'title', 'evidence'];

/** Steps of which the words are all, or nearly all, that they ask for. */
const wordy = [
  '/actions/:actionId/cancellation',
  '/breaches/:breachId/dispute',
  '/breaches/:breachId/excusals/:excusalId/revocation',
  '/breaches/:breachId/plan-return',
  '/breaches/:breachId/reply',
  '/breaches/:breachId/ruling',
  '/breaches/:breachId/waiver',
  '/contracts/:contractId/amendments/:amendmentId/rejection',
  '/contracts/:contractId/credits/:period/dispute',
  '/contracts/:contractId/credits/:period/ruling',
  '/contracts/:contractId/credits/:period/waiver',
  '/contracts/:contractId/entries/:entryId/rejection',
  '/contracts/:contractId/renewal',
  '/contracts/:contractId/return',
  '/contracts/:contractId/signature',
  '/contracts/:contractId/termination',
  '/contracts/:contractId/terms/:termId/withdrawal',
  '/reports/:reportId/return',
  '/reports/:reportId/submission',
  '/reviews/:reviewId/comments/new',
  '/reviews/:reviewId/objection',
  '/reviews/:reviewId/signature',
];

/**
 * Take no words: what follows from a switch, whose proposal is no more than a row here, and taking back the report that
 * others are to send back.
 */
const wordless = ['/actions/:actionId/completion', '/reports/:reportId/withdrawal'];

let routes: ListedRoute[];
let context: PortalContext;
let cast: Cast;
let records: Records;

beforeAll(async () => {
  routes = (await listRoutes()).filter(
    ({ path, module, params }) =>
      module.action !== undefined && !params.includes('proposalId') && !wordless.includes(path),
  );
  context = contextFor(await freshStore());
  cast = await castInto(context.store);
  records = await recordEverything(context, cast, cast.vendor.harbour, cast.person.hanna);
});

/** A form with days, months and choices in order, and a text without an end wherever words belong. */
function endlessForm(): Form {
  const days = ['lastDay', 'effectiveFrom', 'signedOn', 'ends', 'dueOn'];
  return {
    ...Object.fromEntries(fields.map((name) => [name, endless])),
    ...Object.fromEntries(days.map((name) => [name, '2024-01-10'])),
    ruling: 'rejected',
    upheld: 'no',
  };
}

function paramsOf({ params }: ListedRoute) {
  const ids: Record<string, string | number> = { ...records, period: '2023-12' };
  return Object.fromEntries(params.map((name) => [name, ids[name] ?? 'x']));
}

function saysTooLong(body: unknown): boolean {
  return JSON.stringify(body ?? null).includes('"too_long"');
}

/** Every row that holds the text, cut or whole. */
async function rowsWithIt(): Promise<string[]> {
  const tables = Object.entries(schema);
  const rows = await Promise.all(
    tables.map(async ([name, table]) =>
      (await context.store.read.select().from(table)).map((row) => [name, JSON.stringify(row)]),
    ),
  );
  return rows.flatMap((each) =>
    each.flatMap(([name = '', row = '']) => (row.includes(kept) ? [name] : [])),
  );
}

describe('a text without an end', () => {
  it('is kept by no form, and refused in words by each that asks for some', async () => {
    const refusing = new Set<string>();
    const failed: string[] = [];
    const { hanna, mona, petra } = cast.person;
    for (const person of [hanna, mona, petra]) {
      const visitor = await visitAs(context, person);
      for (const route of routes) {
        const params = paramsOf(route);
        const url = filledPath(route.path, params);
        const answer = await visitor.send(route.module, url, endlessForm(), params);
        if (answer.status >= 500) failed.push(`${route.path}: ${answer.status}`);
        if (saysTooLong(answer.body)) refusing.add(route.path);
      }
    }
    expect(failed).toEqual([]);
    expect(await rowsWithIt()).toEqual([]);
    expect(wordy.filter((path) => !refusing.has(path))).toEqual([]);
  });

  it('is no objection, and no reason to reject a proposal', async () => {
    const act = commandAct(testNow);
    const tooLong = { ok: false, reason: { code: 'too_long', field: 'reason' } };
    const rejection = { kind: 'reject', reason: endless } as const;
    expect(await decideProposal(context.store, act, 1, rejection)).toMatchObject(tooLong);
    const objection = { statementId: 1, action: 'dispute', text: endless } as const;
    expect(await moveStatementTo(context.store, act, objection)).toMatchObject(tooLong);
  });

  it('is no why and no step of a plan', () => {
    const step = { what: 'Train the dispatchers', dueOn: '2024-02-01' };
    const plan = { whys: ['Too few drivers'], corrective: [step], preventive: [step] };
    expect(checkPlan(plan, '2024-01-12')).toMatchObject({ ok: true });
    const long = { whys: ['x'.repeat(2001)], corrective: [{ ...step, what: 'x'.repeat(401) }] };
    expect(checkPlan({ ...plan, ...long }, '2024-01-12')).toMatchObject({
      ok: false,
      fields: [
        { code: 'too_long', params: { max: 2000 }, field: 'whys[0]' },
        { code: 'too_long', params: { max: 400 }, field: 'corrective[0].what' },
      ],
    });
  });
});
