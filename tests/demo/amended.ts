import { and, asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { findVersion, versionsOfContract } from '~/contracts/amendment-queries.server';
import { periodOf } from '~/shared/period';
import { amendments } from '~db/demo/contract-files';
import { contracts, slaTerms, slaTermVersions } from '~db/schema/contracts';
import { creditEntries, evaluations } from '~db/schema/sla';
import { vendors } from '~db/schema/vendors';
import type { Store } from '~db/store.server';

const CARRIER = 'HA';
const [AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER] = [8, 9, 10, 11, 12].map((month) =>
  periodOf(2023, month),
) as [number, number, number, number, number];

/** Of the demo: what the amendment dated back to October changes, and all that it leaves as it was. */
export function amendedTests(demo: () => Store): void {
  it('judges the months from its date on by the amended text, and leaves those before', async () => {
    const judged = await judgedMonths(demo());
    const approvedAt = amendments.find(({ vendor }) => vendor === CARRIER)?.approvedAt ?? '';
    // Before its date each month was judged once, by the first text, before the amendment was proposed.
    for (const month of [AUGUST, SEPTEMBER]) {
      const own = judged.filter(({ period }) => period === month);
      expect(own).toMatchObject([{ version: 1, outcome: 'met', supersededAt: null }]);
      expect((own[0]?.evaluatedAt ?? '') < approvedAt).toBe(true);
    }
    // October had been judged; November and December came in after.
    expect(judged.filter(({ period }) => period === OCTOBER)).toMatchObject([
      { version: 1, outcome: 'breached', supersededAt: expect.any(String) as string },
      { version: 2, outcome: 'met', supersededAt: null },
    ]);
    const [before, after] = judged.filter(({ period }) => period === OCTOBER);
    expect(after?.measured).toBe(before?.measured);
    expect(after?.evaluatedAt).toBe(before?.supersededAt);
    for (const month of [NOVEMBER, DECEMBER])
      expect(judged.filter(({ period }) => period === month)).toMatchObject([
        { version: 2, supersededAt: null },
      ]);
  });

  it('leaves the first text to be read beside the second', async () => {
    const contractId = await contractOf(demo());
    const versions = await versionsOfContract(demo().read, contractId);
    const texts = await Promise.all(
      versions.map(async ({ id }) => {
        const version = await findVersion(demo().read, contractId, id);
        return JSON.stringify(version?.document);
      }),
    );
    expect(texts).toHaveLength(3);
    expect(new Set(texts).size).toBe(3);
    const [first, second] = await demo()
      .read.select({ document: slaTermVersions.document, version: slaTermVersions.version })
      .from(slaTermVersions)
      .innerJoin(slaTerms, eq(slaTerms.id, slaTermVersions.termId))
      .where(and(eq(slaTerms.contractId, contractId), eq(slaTerms.position, 0)))
      .orderBy(asc(slaTermVersions.version));
    expect([first?.document['target'], second?.document['target']].map(String)).toEqual([
      '80',
      '76',
    ]);
    // The whole contract's versions say the same of the term.
    expect(texts[0]).toMatch(/"target":"?80"?/);
    expect(texts[0]).not.toMatch(/"target":"?76"?/);
    expect(texts[1]).toMatch(/"target":"?76"?/);
  });

  it('posts a difference beside the first entry, which stands as it was posted', async () => {
    const contractId = await contractOf(demo());
    const judged = await judgedMonths(demo());
    const [first] = judged.filter(({ period }) => period === OCTOBER);
    const entries = await demo()
      .read.select()
      .from(creditEntries)
      .where(eq(creditEntries.contractId, contractId))
      .orderBy(asc(creditEntries.postedAt));
    const approvedAt = amendments.find(({ vendor }) => vendor === CARRIER)?.approvedAt ?? '';
    const october = entries.filter(({ period }) => period === OCTOBER);
    // The first is what the first judgement issued, at its own time: nothing has been written into it since.
    expect(october).toMatchObject([
      {
        ...{ kind: 'calculated', amountMinor: first?.issuedMinor, currency: 'USD' },
        ...{ postedAt: first?.evaluatedAt, asOf: first?.evaluatedAt.slice(0, 10) },
      },
      {
        ...{ kind: 'difference', amountMinor: -(first?.issuedMinor ?? 0), currency: 'USD' },
        postedAt: first?.supersededAt,
      },
    ]);
    const [posted, difference] = october.map(({ postedAt }) => postedAt);
    expect([posted, approvedAt, difference].sort()).toEqual([posted, approvedAt, difference]);
    // No other month had to be corrected.
    expect(entries.filter(({ kind }) => kind === 'difference')).toHaveLength(1);
  });
}

async function contractOf({ read }: Store): Promise<number> {
  const [row] = await read
    .select({ id: contracts.id })
    .from(contracts)
    .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
    .where(eq(vendors.code, CARRIER));
  return row?.id ?? 0;
}

/** Every judgement of the amended term, those that were overtaken too, in the order in which they came. */
async function judgedMonths(store: Store) {
  const contractId = await contractOf(store);
  return store.read
    .select({
      period: evaluations.period,
      outcome: evaluations.outcome,
      measured: evaluations.measured,
      issuedMinor: evaluations.issuedMinor,
      version: slaTermVersions.version,
      evaluatedAt: evaluations.evaluatedAt,
      supersededAt: evaluations.supersededAt,
    })
    .from(evaluations)
    .innerJoin(slaTerms, eq(slaTerms.id, evaluations.termId))
    .innerJoin(slaTermVersions, eq(slaTermVersions.id, evaluations.versionId))
    .where(and(eq(evaluations.contractId, contractId), eq(slaTerms.position, 0)))
    .orderBy(asc(evaluations.evaluatedAt));
}
