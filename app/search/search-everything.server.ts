import type { TFunction } from 'i18next';
import { measureName } from '~/actions/measure';
import type { Scope } from '~/auth/act';
import { listPeople, peopleListSpec } from '~/auth/people-queries.server';
import type { Permission } from '~/auth/permission';
import { contractListSpec, listContracts } from '~/contracts/contract-queries.server';
import { listProposals, proposalListSpec } from '~/fallback/proposal-queries.server';
import { kpiListSpec, listKpis } from '~/kpi/kpi-library-queries.server';
import { listReports, reportListSpec } from '~/kpi/report-queries.server';
import { formatMonth, type Locale } from '~/shared/format';
import { parseListQuery, type ListQuery, type ListSpec } from '~/shared/list-query';
import { nameFor } from '~/shared/named';
import { breachListSpec, listBreaches } from '~/sla/breach-list-queries.server';
import { listServices, serviceListSpec } from '~/vendors/library-queries.server';
import { listVendors, vendorListSpec } from '~/vendors/vendor-queries.server';
import type { Reader } from '~db/store.server';
import { HITS_OF_A_KIND, isWorthSearching, type Hit, type HitKind } from './hit';

export type Searcher = {
  reader: Reader;
  scope: Scope;
  can: (permission: Permission) => boolean;
  t: TFunction;
  locale: Locale;
  /** The day on which contracts and cases are looked at. */
  today: string;
};

type Finder = {
  kind: HitKind;
  needs: Permission;
  find: (searcher: Searcher, text: string) => Promise<Hit[]>;
};

const window = { offset: 0, limit: HITS_OF_A_KIND };

/** The list's own question for a text, so that a search finds what the list's box finds. */
function asking<Sort extends string, Filter extends string>(
  spec: ListSpec<Sort, Filter>,
  text: string,
): ListQuery<Sort, Filter> {
  return parseListQuery(new URLSearchParams({ q: text }), spec);
}

/** A span of months as a reader says it. */
function months(first: number | null, last: number | null, locale: Locale): string | null {
  if (first === null || last === null) return null;
  const begin = formatMonth(first, locale);
  return first === last ? begin : `${begin} – ${formatMonth(last, locale)}`;
}

const finders: readonly Finder[] = [
  {
    kind: 'vendor',
    needs: 'vendors.read',
    find: async ({ reader, scope }, text) =>
      (await listVendors(reader, scope, asking(vendorListSpec, text), window)).map(
        ({ id, name, code }) => ({ title: name, detail: code, href: `/vendors/${id}` }),
      ),
  },
  {
    kind: 'contract',
    needs: 'contracts.read',
    find: async ({ reader, scope, today }, text) =>
      (await listContracts(reader, scope, asking(contractListSpec, text), today, window)).map(
        ({ id, number, title }) => ({ title: number, detail: title, href: `/contracts/${id}` }),
      ),
  },
  {
    kind: 'report',
    needs: 'reports.read',
    find: async ({ reader, scope, locale }, text) =>
      (await listReports(reader, scope, asking(reportListSpec, text), window)).map((report) => ({
        title: [report.vendorName, months(report.firstPeriod, report.lastPeriod, locale)]
          .filter((part) => part !== null)
          .join(' · '),
        detail: report.fileName,
        href: `/reports/${report.id}`,
      })),
  },
  {
    kind: 'breach',
    needs: 'breaches.read',
    find: async ({ reader, scope, t, locale, today }, text) =>
      (await listBreaches(reader, scope, asking(breachListSpec, text), today, window)).map(
        ({ id, vendorName, period, ...measure }) => ({
          title: `${vendorName} · ${formatMonth(period, locale)}`,
          detail: measureName(measure, { t, locale }),
          href: `/breaches/${id}`,
        }),
      ),
  },
  {
    kind: 'proposal',
    needs: 'fallback.read',
    find: async ({ reader, scope, locale }, text) =>
      (await listProposals(reader, scope, asking(proposalListSpec, text), window)).map(
        ({ id, vendor, service, market }) => ({
          title: vendor.name,
          detail: [service, market]
            .flatMap((named) =>
              named?.nameEn
                ? [nameFor({ nameEn: named.nameEn, nameZh: named.nameZh }, locale)]
                : [],
            )
            .join(' · '),
          href: `/proposals/${id}`,
        }),
      ),
  },
  {
    kind: 'service',
    needs: 'library.write',
    find: async ({ reader, scope, locale }, text) =>
      (await listServices(reader, scope, asking(serviceListSpec, text), locale, window)).map(
        ({ service }) => ({
          title: nameFor(service, locale),
          detail: service.code,
          href: `/services/${service.id}`,
        }),
      ),
  },
  {
    kind: 'kpi',
    needs: 'vendors.read',
    find: async ({ reader, locale }, text) =>
      (await listKpis(reader, asking(kpiListSpec, text), locale, window)).map(({ kpi }) => ({
        title: nameFor(kpi, locale),
        detail: kpi.code,
        href: `/kpis/${kpi.id}`,
      })),
  },
  {
    kind: 'person',
    needs: 'people.read',
    find: async ({ reader, scope }, text) =>
      (await listPeople(reader, scope, asking(peopleListSpec, text), window)).map(
        ({ id, name, email }) => ({ title: name, detail: email, href: `/people/${id}` }),
      ),
  },
];

/** Records that the text names, by kind, as the lists of what the searcher may read find them. */
export async function searchEverything(
  searcher: Searcher,
  text: string,
): Promise<Partial<Record<HitKind, Hit[]>>> {
  if (!isWorthSearching(text)) return {};
  const open = finders.filter(({ needs }) => searcher.can(needs));
  const found = await Promise.all(
    open.map(async ({ kind, find }) => [kind, await find(searcher, text)] as const),
  );
  return Object.fromEntries(found);
}
