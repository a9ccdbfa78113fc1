import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson, type Visit } from '~/auth/require-person.server';
import { SlaTabs } from '~/components/breach/SlaTabs';
import { EmptyState } from '~/components/EmptyState';
import { SubmitButton } from '~/components/form/buttons';
import { MonthField } from '~/components/form/dates';
import { SelectField } from '~/components/form/fields';
import { HeatMap } from '~/components/HeatMap';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Pager } from '~/components/Pager';
import { useFormat } from '~/components/use-format';
import { useHeatFigure, VendorHeatStrip } from '~/components/VendorPerformance';
import classes from '~/components/breach/Performance.module.css';
import { grouped } from '~/shared/grouped';
import { parseListQuery } from '~/shared/list-query';
import { nameFor } from '~/shared/named';
import { formatPeriod, periodsBetween } from '~/shared/period';
import { readTypedMonth } from '~/shared/typed-date';
import { MONTHS_OF_MAP } from '~/sla/failures-of-year';
import { evaluatedKpis, latestEvaluatedPeriod } from '~/sla/evaluated-kpi-queries.server';
import { worstByMonth } from '~/sla/heat-rows';
import {
  outcomeCountsOfKpi,
  outcomesOfKpi,
  targetsOf,
  vendorsByFailures,
} from '~/sla/performance-queries.server';
import { vendorPerformance } from '~/sla/vendor-performance.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'breaches.read');
  const { reader, scope, t, person, now, locale } = visit;
  const title = t('sla:performance.title');
  const { searchParams } = new URL(args.request.url);
  if (person.role === 'vendor') {
    const vendorId = person.vendorId ?? 0;
    const today = dayOf(now);
    const own = await vendorPerformance(reader, scope, vendorId, { today, locale });
    return { kind: 'own' as const, title, vendorId, own };
  }
  return { kind: 'all' as const, title, ...(await loadMap(visit, searchParams)) };
}

/** The chosen KPI's outcomes for a page of vendors over twelve months. */
async function loadMap({ reader, scope, locale }: Visit, params: URLSearchParams) {
  const kpis = await evaluatedKpis(reader, scope);
  const kpi = kpis.find(({ code }) => code === params.get('kpi')) ?? kpis[0];
  if (!kpi) return { map: null, kpis: [] };
  const query = parseListQuery(params, { sorts: ['name'], defaultSort: 'name' });
  const latest = (await latestEvaluatedPeriod(reader, scope, kpi.id)) ?? 0;
  const last = Math.min(readTypedMonth(params.get('until') ?? '') ?? latest, latest);
  const months = { kpiId: kpi.id, first: last - MONTHS_OF_MAP + 1, last };
  const { page, size } = query;
  const { rows, total } = await vendorsByFailures(reader, scope, months, {
    offset: (page - 1) * size,
    limit: size,
  });
  const found = await outcomesOfKpi(
    reader,
    months,
    rows.map(({ id }) => id),
  );
  const outcomes = grouped(found, ({ vendorId }) => vendorId);
  const targets = await targetsOf(
    reader,
    found.map(({ versionId }) => versionId),
  );
  const known = (await outcomeCountsOfKpi(reader, scope, months)).filter(
    ({ outcome }) => outcome !== 'pending',
  );
  return {
    kpis: kpis.map((one) => ({ value: one.code, label: nameFor(one, locale) })),
    map: {
      query: { page, size },
      kpi: { id: kpi.id, code: kpi.code, name: nameFor(kpi, locale), unit: kpi.unit },
      first: months.first,
      last,
      total,
      known: known.reduce((sum, { count }) => sum + count, 0),
      failed: known.reduce(
        (sum, { count, outcome }) => sum + (outcome === 'breached' ? count : 0),
        0,
      ),
      vendors: rows.map((vendor) => ({
        ...vendor,
        cells: worstByMonth(outcomes.get(vendor.id) ?? []).map((cell) => ({
          ...cell,
          target: targets.get(cell.versionId) ?? null,
        })),
      })),
    },
  };
}

export default function Performance() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const isOwn = page.kind === 'own';
  return (
    <>
      <PageHeader
        title={page.title}
        lead={t(isOwn ? 'sla:performance.ownLead' : 'sla:performance.lead')}
      />
      <SlaTabs current="performance" />
      {isOwn ? (
        <VendorHeatStrip vendorId={page.vendorId} performance={page.own} />
      ) : page.map ? (
        <>
          <Choice kpis={page.kpis} map={page.map} />
          <Map map={page.map} />
        </>
      ) : (
        <EmptyState title={t('sla:performance.empty')}>{t('sla:performance.emptyHelp')}</EmptyState>
      )}
    </>
  );
}

type MapData = NonNullable<Awaited<ReturnType<typeof loadMap>>['map']>;
type ChoiceProps = { kpis: { value: string; label: string }[]; map: MapData };

function Choice({ kpis, map }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <Form method="get" className={`${classes.choice} no-print`}>
      <SelectField
        name="kpi"
        label={t('sla:performance.kpi')}
        width="medium"
        initial={map.kpi.code}
        choices={kpis}
      />
      <MonthField
        name="until"
        label={t('sla:performance.until')}
        initial={formatPeriod(map.last)}
        help=""
      />
      <SubmitButton look="secondary">{t('sla:performance.show')}</SubmitButton>
    </Form>
  );
}

function Map({ map }: { map: MapData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = useHeatFigure();
  const { search } = useLocation();
  const { kpi, first, last } = map;
  return (
    <>
      <HeatMap
        title={t('sla:performance.map', {
          kpi: kpi.name,
          count: map.failed,
          total: map.known,
          from: format.month(first),
          to: format.month(last),
        })}
        periods={periodsBetween(first, last)}
        rows={map.vendors.map(({ id, name, cells }) => {
          const href = `/vendors/${id}/kpis/${kpi.id}`;
          return {
            key: id,
            label: name,
            href,
            cells: cells.map(({ period, outcome, severity, measured, target, breachId }) => ({
              period,
              outcome,
              severity,
              ...(measured !== null && {
                text: figure(measured, target, kpi.unit),
              }),
              href: breachId === null ? href : `/breaches/${breachId}`,
            })),
          };
        })}
      />
      <Pager query={map.query} rows={map.vendors.length} total={map.total} search={search} />
    </>
  );
}
