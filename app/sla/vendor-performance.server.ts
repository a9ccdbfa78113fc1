import type { Scope } from '~/auth/act';
import { grouped } from '~/shared/grouped';
import { nameFor } from '~/shared/named';
import { lastMonthOver } from '~/shared/period';
import type { Reader } from '~db/store.server';
import { latestBreachesOf, outcomesOfVendor, targetsOf } from './performance-queries.server';

const MONTHS = 12;
const LATEST_BREACHES = 6;

/** How a vendor kept its terms in the twelve months before a day's month, by term, and its latest breaches. */
export async function vendorPerformance(
  reader: Reader,
  scope: Scope,
  vendorId: number,
  { today, locale }: { today: string; locale: string },
) {
  const last = lastMonthOver(today);
  const first = last - MONTHS + 1;
  const outcomes = await outcomesOfVendor(reader, scope, vendorId, { first, last });
  const targets = await targetsOf(
    reader,
    outcomes.map(({ versionId }) => versionId),
  );
  const breaches = await latestBreachesOf(reader, scope, vendorId, LATEST_BREACHES);
  return {
    first,
    last,
    rows: [...grouped(outcomes, ({ termId }) => termId)].flatMap(([termId, cells]) => {
      const [term] = cells;
      return term
        ? [
            {
              termId,
              kpiId: term.kpiId,
              label: labelOf(term, locale),
              unit: term.unit,
              cells: cells.map((cell) => cellOf(cell, targets)),
            },
          ]
        : [];
    }),
    breaches: breaches.map(({ target, ...breach }) => ({
      ...breach,
      target: String(target['target']),
    })),
  };
}

type VendorOutcome = Awaited<ReturnType<typeof outcomesOfVendor>>[number];

function cellOf(
  { period, outcome, severity, measured, breachId, versionId }: VendorOutcome,
  targets: ReadonlyMap<number, string>,
) {
  const target = targets.get(versionId) ?? null;
  return { period, outcome, severity, measured, target, breachId };
}

function labelOf(term: VendorOutcome, locale: string): string {
  const names = [
    { nameEn: term.kpiEn, nameZh: term.kpiZh },
    { nameEn: term.serviceEn, nameZh: term.serviceZh },
    { nameEn: term.marketEn, nameZh: term.marketZh },
  ];
  return names
    .flatMap(({ nameEn, nameZh }) =>
      nameEn === null || nameZh === null ? [] : [nameFor({ nameEn, nameZh }, locale)],
    )
    .join(' · ');
}
