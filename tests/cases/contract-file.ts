import { commandAct, everything } from '~/auth/act';
import { importContract } from '~/contracts/import-contract.server';
import { loadContractDocuments } from '~/contracts/load-contract-documents.server';
import type { Store } from '~db/store.server';
import { testNow } from '../cast';

export const onTime = { kpi: 'OTD_PCT', target: 80, warn_at: 82 };
export const banded = {
  kpi: 'CANCEL_PCT',
  target: 2,
  bands: [
    { severity: 'minor', from: 2, to: 4, credit_percent: 2 },
    { severity: 'critical', from: 4, to: null, credit_percent: 10 },
  ],
  credit: { method: 'tiered' },
};

/** A contract of Harbour as a file says it, but for what the test says. */
export function contractFile(more: Record<string, unknown> = {}) {
  return {
    number: 'C-1',
    vendor: 'HARBOUR',
    starts: '2023-01-01',
    ends: '2024-12-31',
    title: 'Line-haul in France',
    services: ['LINEHAUL'],
    markets: ['FR'],
    currency: 'USD',
    fees: { '2023-01': '100000.00', '2023-02': '110000.50' },
    credit_cap_percent: 10,
    report_due: { day: 10, grace_days: 5 },
    time_zone: 'Europe/Paris',
    terms: [onTime, banded],
    ...more,
  };
}

/** The contract of such a file in a store, brought in by command. */
export async function imported(store: Store, more: Record<string, unknown> = {}) {
  const outcome = await importContract(store, commandAct(testNow), contractFile(more));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** What a store says of a contract, as its document. */
export async function documentOf(store: Store, contractId: number) {
  const [document] = await loadContractDocuments(store.read, everything, [contractId]);
  if (!document) throw new Error('not stored');
  return document;
}
