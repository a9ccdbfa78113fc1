import type { Visit } from '~/auth/require-person.server';
import { lastDayInForce, standingOn } from '~/contracts/contract';
import { amendmentsOfContract, versionsOfContract } from '~/contracts/amendment-queries.server';
import { hindrancesOf } from '~/contracts/hindrances.server';
import { mayApprove } from '~/contracts/approval';
import { approvalState } from '~/contracts/contract-step-queries.server';
import { feeSpans } from '~/contracts/contract-form';
import { scopeOfContract, type Contract } from '~/contracts/contract-queries.server';
import { noticeHolidays, reportDueWithCalendar } from '~/contracts/holidays.server';
import { reportDueOf } from '~/contracts/contract-record';
import { feesByContract } from '~/contracts/month-fees.server';
import { currentTermEnd, noticeBy, vendorNoticeBy } from '~/contracts/renewal';
import { reportDeadlines } from '~/contracts/report-deadlines';
import { termsForReader } from '~/contracts/term-on-page';
import { termsOfContracts } from '~/contracts/term-queries.server';
import { documentsOf } from '~/documents/document-queries.server';
import { settlementTermsOf } from '~/contracts/keep-settlement-terms.server';
import { localDate } from '~/shared/calendar';
import { countryName } from '~/shared/country-codes';
import { zoneName } from '~/shared/zone-name';

/** Everything that the contract's page tells; to its vendor without what only we keep of it. */
export async function loadContractPage(visit: Visit, contract: Contract) {
  const { reader, scope, now, locale, person, can } = visit;
  const today = localDate(now, contract.timeZone);
  const isOwn = person.role === 'vendor';
  const terms = await termsOfContracts(reader, scope, [contract.id]);
  const due = reportDueOf(contract);
  const holidays = await noticeHolidays([contract], today);
  const { steps, missing } = await approvalState(reader, contract, now);
  return {
    title: contract.title,
    contract: isOwn ? { ...contract, acceptsAlone: false, signedLater: null } : contract,
    calendar: {
      zone: zoneName(contract.timeZone, locale),
      country: contract.calendarCountry && countryName(contract.calendarCountry, locale),
    },
    today,
    isOwn,
    canWrite: can('contracts.write'),
    canReadVendor: can('vendors.read'),
    standing: standingOn(contract, today),
    ends: currentTermEnd(contract, today),
    noticeBy: (isOwn ? vendorNoticeBy : noticeBy)(contract, today, holidays(contract)),
    amendments: (await amendmentsOfContract(reader, contract.id))
      .filter(({ state }) => !isOwn || state === 'approved')
      .map(({ changes: _, ...amendment }) =>
        isOwn
          ? { ...amendment, reason: null, remarks: null, proposedByName: null, decidedByName: null }
          : amendment,
      ),
    versions: await versionsOfContract(reader, contract.id).then((all) =>
      all.map(({ id, version, effectiveFrom }) => ({ id, version, effectiveFrom })),
    ),
    documents: await documentsOf(reader, scope, { kind: 'contract', id: contract.id }),
    life: isOwn ? null : { steps, missing },
    hindrances: isOwn ? { vendor: null, gaps: 0 } : await hindrancesOf(reader, scope, contract),
    lifeActions: {
      state: contract.state,
      canWrite: can(contract.state === 'approved' ? 'contracts.sign' : 'contracts.write'),
      canApproveNow: can('contracts.approve') && mayApprove(steps, person.id).ok,
      canReturn: can('contracts.approve'),
    },
    due,
    deadlines: reportDeadlines(
      contract.startsOn,
      lastDayInForce(contract),
      await reportDueWithCalendar(contract),
      today,
    ),
    settlement: can('statements.read') ? await settlementTermsOf(reader, contract.id) : null,
    fees: feeSpans((await feesByContract(reader, [contract])).get(contract.id)?.monthly ?? []),
    scope: await scopeOfContract(reader, contract.id),
    terms: termsForReader(terms, { locale, today, startsOn: contract.startsOn, isOwn }),
  };
}
