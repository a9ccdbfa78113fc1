import { asc } from 'drizzle-orm';
import { checkClause, keepContractData } from '~/contracts/check-clause.server';
import { findContractByNumber } from '~/contracts/contract-queries.server';
import { everything } from '~/auth/act';
import { clauses } from '~db/schema/clauses';
import { contractNumber } from './contract-files';
import { demoCarriers } from './carriers';
import type { Cast } from './load-people';
import { actOf, mustBeDone, type Event, type Portal } from './step';

type Finding = { state: string; place?: string; text?: string; reason?: string };

/** Clauses that a contract of the demo may go without: nothing asks for them. */
const optional = ['data_processing', 'data_transfer', 'intellectual_property', 'brand_use'];

const deviating = (place: string, text: string, reason: string): Finding => ({
  ...{ state: 'deviating', place, text },
  reason: `${reason} (demonstration)`,
});
const missing: Finding = {
  state: 'missing',
  reason: 'Asked for in the next amendment (demonstration)',
};

/** Where a carrier's contract differs from a complete one; null is what nobody has looked for. All for demonstration. */
const findings: Readonly<Record<string, Readonly<Record<string, Finding | null>>>> = {
  WN: { transition: missing },
  DL: {
    liability: deviating(
      '14',
      'Liability is limited to the fees of three months.',
      'Accepted for the volume: credits do not count towards it',
    ),
  },
  AA: {
    audit: deviating(
      '9',
      'One audit every two years, by the carrier’s auditor.',
      'Reports are public',
    ),
    arbitration: {
      state: 'not_applicable',
      reason: 'Courts of the carrier’s state are agreed (demonstration)',
    },
  },
  UA: { handover: missing },
  NK: {
    subcontracting: missing,
    force_majeure: deviating('16', 'Strikes count as force majeure.', 'Weighed against the price'),
  },
  C5: { data_ownership: null, security: null },
  G7: { transition: missing, handover: missing },
};

/** What procurement found when it read the carriers' contracts, clause by clause. */
export function clauseHistory(portal: Portal, cast: Cast): Event[] {
  return [{ at: '2024-01-08T10:00:00.000Z', run: (at) => readContracts(portal, cast, at) }];
}

async function readContracts({ store }: Portal, cast: Cast, at: string): Promise<void> {
  const act = actOf(cast.insiders.petra, at);
  const library = await store.read.select().from(clauses).orderBy(asc(clauses.position));
  const wanted = library.filter(({ code }) => !optional.includes(code));
  for (const { code: carrier } of demoCarriers) {
    const number = contractNumber(carrier);
    const contract = await findContractByNumber(store.read, everything, number);
    if (!contract) throw new Error(`there is no contract ${number}`);
    const data = { dataKind: 'business', workedOnIn: '' };
    mustBeDone(await keepContractData(store, act, contract.id, data), `describe ${number}`);
    for (const [index, clause] of wanted.entries()) {
      const own = findings[carrier]?.[clause.code];
      if (own === null) continue;
      mustBeDone(
        await checkClause(
          store,
          act,
          { contractId: contract.id, clauseId: clause.id },
          own ?? { state: 'present', place: String(index + 1) },
        ),
        `check ${clause.code} of ${number}`,
      );
    }
  }
}
