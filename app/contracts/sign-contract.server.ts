import type { Act } from '~/auth/act';
import { recordDocument, type TakenDocument } from '~/documents/keep-document.server';
import { isDate, localDate } from '~/shared/calendar';
import { reasonText } from '~/shared/reason-text';
import { done, refused, refusedFields, type Outcome } from '~/shared/outcome';
import type { Store } from '~db/store.server';
import { clauseGapsOf } from './named-gaps.server';
import { checkVendorOf } from './contractable.server';
import { findContract } from './contract-queries.server';
import { keepFirstVersion } from './keep-version.server';
import { vendorByCode } from './library-queries.server';
import { markStale } from './mark-stale.server';
import { checkPapers, maySign } from './signing';
import { activateVendor } from './write-contract.server';
import { tellOfStep } from './step-letters.server';
import { writeStep } from './write-step.server';

export type SignContract = {
  contractId: number;
  signedOn: string;
  /** Why it is signed although required clauses are missing. */
  reason: string | null;
  maySignIncomplete: boolean;
  /** The signed document, in a version for each language. */
  papers: readonly TakenDocument[];
  /** The language that decides where the versions differ. */
  prevails: string | null;
  /** Why the signed document comes later. */
  later: string | null;
};

/**
 * An approved contract is signed, with the signed document or a reason why it comes later: it holds from its first day on,
 * and an approved vendor becomes active with it.
 */
export async function signContract(
  store: Store,
  act: Act,
  { contractId, signedOn, reason, maySignIncomplete, papers, prevails, later }: SignContract,
): Promise<Outcome> {
  if (!isDate(signedOn)) return refused('not_a_date', {}, 'signedOn');
  const languages = papers.map(({ said }) => said.language);
  const said = reasonText(reason, { field: 'reason', missing: null });
  if (!said.ok) return said;
  const why = reasonText(later, { field: 'later', missing: null });
  if (!why.ok) return why;
  return store.transact(async (tx) => {
    await tx.lockRow('contracts', 'id', contractId);
    const contract = await findContract(tx, act.scope, contractId);
    if (!contract) return refused('not_found');
    if (contract.state !== 'approved') return refused('contract_not_approved');
    const contractable = await checkVendorOf(tx, act.scope, contract);
    if (!contractable.ok) return contractable;
    if (signedOn > localDate(act.now, contract.timeZone))
      return refused('date_in_future', {}, 'signedOn');
    const gaps = await clauseGapsOf(tx, act.scope, contractId);
    const may = maySign(
      gaps.map(({ code }) => code),
      maySignIncomplete,
      said.value,
    );
    const there = checkPapers({ languages, prevails, later: why.value });
    if (!may.ok || !there.ok)
      return refusedFields([may, there].flatMap((one) => (one.ok ? [] : [one.reason])));
    const change = {
      ...{ state: 'active' as const, signedOn },
      signedLater: papers.length === 0 ? why.value : null,
      ...(there.value !== null && { prevailingLanguage: there.value }),
    };
    const target = {
      vendorId: contract.vendorId,
      subject: { kind: 'contract', id: contractId },
    } as const;
    for (const paper of papers) await recordDocument(tx, act, target, paper);
    await writeStep(tx, act, contract, { step: 'signed', remarks: said.value || null, change });
    await keepFirstVersion(tx, act, { ...contract, ...change });
    await markStale(tx, [contractId]);
    const told = { template: 'contractSigned', date: contract.startsOn, remarks: null } as const;
    await tellOfStep(tx, act, contract, told);
    const vendor = await vendorByCode(tx, act.scope, contract.vendorCode);
    if (vendor) await activateVendor(tx, act, vendor, { ...contract, ...change });
    return done();
  });
}
