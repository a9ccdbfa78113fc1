import { done, refused, refusedFields, type Outcome } from '~/shared/outcome';
import { lastDayInForce, type ContractLife } from './contract';
import { directionsOf, placeOfTerm, type Library, type TermPlace } from './library';
import { withOperator } from './contract-file';
import { readSlaTerm, type SlaTerm } from './sla-term';
import { checkWithinContract } from './term-version';

export type CheckedTerm = { term: SlaTerm; place: TermPlace };

type ContractOfTerm = ContractLife & { atRiskPercent: string | null };

/** Reads a term's document against the library and its contract; every field that is wrong is named. */
export function checkTerm(
  document: unknown,
  library: Library,
  contract: ContractOfTerm,
): Outcome<CheckedTerm> {
  const read = readSlaTerm(withOperator(document, directionsOf(library)));
  return read.ok ? checkTermOf(read.value, library, contract) : read;
}

/** The same for a term that has been read; `path` leads to it within its document. */
export function checkTermOf(
  term: SlaTerm,
  library: Library,
  contract: ContractOfTerm,
  path = '',
): Outcome<CheckedTerm> {
  const place = placeOfTerm(term, library, path);
  const time = checkWithinContract(
    { effectiveFrom: term.effective_from, effectiveTo: term.effective_to },
    { startsOn: contract.startsOn, lastDay: lastDayInForce(contract) },
    path,
  );
  const money: Outcome =
    term.credit.method === 'pool' && contract.atRiskPercent === null
      ? refused('at_risk_percent_missing', {}, `${path}credit.method`)
      : done();
  if (place.ok && time.ok && money.ok) return done({ term, place: place.value });
  return refusedFields(
    [place, time, money].flatMap((one) => (one.ok ? [] : (one.fields ?? [one.reason]))),
  );
}
