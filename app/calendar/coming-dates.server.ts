import { and, asc, between, eq, isNull } from 'drizzle-orm';
import type { Scope } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { isAgreed } from '~/contracts/agreed.server';
import { lastDayInForce, standingOn } from '~/contracts/contract';
import { noticeHolidays, reportDueWithCalendar } from '~/contracts/holidays.server';
import { currentTermEnd, noticeBy, vendorNoticeBy } from '~/contracts/renewal';
import { reportDeadlines } from '~/contracts/report-deadlines';
import { addDays, localDate, type ReportDue } from '~/shared/calendar';
import { formatPeriod } from '~/shared/period';
import { contracts } from '~db/schema/contracts';
import { documents } from '~db/schema/documents';
import { certificates, vendors } from '~db/schema/vendors';
import type { Reader } from '~db/store.server';
import { CALENDAR_DAYS, inOrder, type ComingDate, type ComingKind } from './coming-date';
import { reviewDates } from './review-dates.server';

/** Every date that comes up within the scope, the nearest first; a contract's days are those of its own zone. */
export async function comingDates(reader: Reader, scope: Scope, now: Date): Promise<ComingDate[]> {
  const today = localDate(now, 'UTC');
  const found = [
    ...(await contractDates(reader, scope, now)),
    ...(await certificateDates(reader, scope, today)),
    ...(await documentDates(reader, scope, today)),
    ...(await reviewDates(reader, scope, today)),
  ];
  return inOrder(found, today);
}

type ContractRow = { contract: typeof contracts.$inferSelect; vendorName: string };

async function contractDates(reader: Reader, scope: Scope, now: Date): Promise<ComingDate[]> {
  const rows = await reader
    .select({ contract: contracts, vendorName: vendors.name })
    .from(contracts)
    .innerJoin(vendors, eq(vendors.id, contracts.vendorId))
    .where(and(isAgreed, withinScope(scope, contracts.vendorId)))
    .orderBy(asc(contracts.id));
  const due = await Promise.all(rows.map(({ contract }) => reportDueWithCalendar(contract)));
  const holidays = await noticeHolidays(
    rows.map(({ contract }) => contract),
    localDate(now, 'UTC'),
  );
  return rows.flatMap((row, index) => {
    const today = localDate(now, row.contract.timeZone);
    const standing = standingOn(row.contract, today);
    if (standing !== 'in_force' && standing !== 'upcoming') return [];
    return [
      ...termDates(row, today, scope.kind === 'vendor', holidays(row.contract)),
      ...(standing === 'in_force' ? reportDates(row, due[index] ?? null, today) : []),
    ];
  });
}

/** End, renewal and notice of the term that runs. Our own notice is nothing that a vendor sees. */
function termDates(
  row: ContractRow,
  today: string,
  isOwn: boolean,
  holidays: readonly string[],
): ComingDate[] {
  const { contract } = row;
  const end = currentTermEnd(contract, today);
  const rolls = contract.renewal === 'tacit' && contract.terminatedOn === null;
  const dates: [ComingKind, string | null][] = [
    rolls ? ['contract_renewal', end === null ? null : addDays(end, 1)] : ['contract_end', end],
    ['our_notice', isOwn ? null : noticeBy(contract, today, holidays)],
    ['vendor_notice', vendorNoticeBy(contract, today, holidays)],
  ];
  return dates.flatMap(([kind, date]) =>
    date === null ? [] : [ofContract(row, kind, date, kind)],
  );
}

function reportDates(row: ContractRow, due: ReportDue | null, today: string): ComingDate[] {
  if (!due) return [];
  const last = lastDayInForce(row.contract);
  return reportDeadlines(row.contract.startsOn, last, due, today).map(({ period, dueOn }) => {
    const key = `report_due-${formatPeriod(period)}`;
    return { ...ofContract(row, 'report_due', dueOn, key), month: period };
  });
}

function ofContract(
  { contract, vendorName }: ContractRow,
  kind: ComingKind,
  date: string,
  key: string,
): ComingDate {
  const { id, number, vendorId } = contract;
  return {
    ...{ kind, date, vendorId, vendorName, name: number, month: null },
    key: `contract-${id}-${key}`,
    href: `/contracts/${id}`,
  };
}

async function certificateDates(
  reader: Reader,
  scope: Scope,
  today: string,
): Promise<ComingDate[]> {
  const rows = await reader
    .select({ certificate: certificates, vendorName: vendors.name })
    .from(certificates)
    .innerJoin(vendors, eq(vendors.id, certificates.vendorId))
    .where(
      and(
        between(certificates.expiresOn, today, addDays(today, CALENDAR_DAYS)),
        withinScope(scope, certificates.vendorId),
      ),
    );
  return rows.map(({ certificate: { id, kind, expiresOn, vendorId }, vendorName }) => ({
    ...{ kind: 'certificate' as const, key: `certificate-${id}`, name: kind, month: null },
    ...{ date: expiresOn ?? '', vendorId, vendorName, href: `/vendors/${vendorId}` },
  }));
}

async function documentDates(reader: Reader, scope: Scope, today: string): Promise<ComingDate[]> {
  const rows = await reader
    .select({ document: documents, vendorName: vendors.name })
    .from(documents)
    .innerJoin(vendors, eq(vendors.id, documents.vendorId))
    .where(
      and(
        between(documents.expiresOn, today, addDays(today, CALENDAR_DAYS)),
        isNull(documents.removedAt),
        withinScope(scope, documents.vendorId),
        scope.kind === 'vendor' ? eq(documents.internal, false) : undefined,
      ),
    );
  return rows.map(({ document: { id, title, expiresOn, vendorId }, vendorName }) => ({
    ...{ kind: 'document' as const, key: `document-${id}`, name: title, month: null },
    ...{ date: expiresOn ?? '', vendorId, vendorName, href: `/vendors/${vendorId}` },
  }));
}
