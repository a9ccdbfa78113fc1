import { asc, eq } from 'drizzle-orm';
import { dayOf } from '~/auth/act';
import { readSetting } from '~/settings/setting-queries.server';
import { contractSteps } from '~db/schema/contracts';
import { vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { approvalMissing, approvalNeed, approvalsOf } from './approval';
import type { Contract } from './contract-queries.server';
import { yearlyValue } from './contract-value.server';

/** The steps of a contract found within the scope, in the order in which they were made. */
export async function stepsOfContract(reader: Reader, contractId: number) {
  return reader
    .select()
    .from(contractSteps)
    .where(eq(contractSteps.contractId, contractId))
    .orderBy(asc(contractSteps.sequence));
}

/** Who has to approve a contract, who has, and what is missing, at the amounts and the tier of the day. */
export async function approvalState(reader: Reader, contract: Contract, now: Date) {
  const [vendor] = await reader
    .select({ tier: vendors.tier })
    .from(vendors)
    .where(eq(vendors.id, contract.vendorId));
  const yearly = await yearlyValue(reader, contract, dayOf(now));
  const thresholds = await readSetting(reader, 'contract_approval');
  const need = approvalNeed(yearly, vendor?.tier ?? null, thresholds);
  const steps = await stepsOfContract(reader, contract.id);
  return { need, steps, missing: approvalMissing(need, approvalsOf(steps)) };
}
