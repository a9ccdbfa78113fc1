import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import type { KeyFact } from '~/components/KeyFacts';
import { OutcomeMark } from '~/components/OutcomeMark';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Section } from '~/components/Section';
import { MonthText, NumberText } from '~/components/texts';
import { TrendChart } from '~/components/TrendChart';
import { useFormat } from '~/components/use-format';
import { nameFor } from '~/shared/named';
import { found, recordId } from '~/shared/record-id';
import { findVendorKpi, kpiSeries } from '~/sla/kpi-series.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, locale, person } = await requirePerson(args, 'breaches.read');
  const vendorId = recordId(args.params['vendorId']);
  const kpiId = recordId(args.params['kpiId']);
  const { vendor, kpi } = found(await findVendorKpi(reader, scope, vendorId, kpiId));
  return {
    title: nameFor(kpi, locale),
    isOwn: person.role === 'vendor',
    vendor,
    kpi: { id: kpi.id, code: kpi.code, name: nameFor(kpi, locale), unit: kpi.unit },
    months: await kpiSeries(reader, scope, vendorId, kpiId),
  };
}

type Page = Awaited<ReturnType<typeof loader>>;
type Month = Page['months'][number];

export default function VendorKpi() {
  const page = useLoaderData<typeof loader>();
  const { title, vendor, kpi, months, isOwn } = page;
  const { t } = useTranslation();
  const facts = useFacts(page);
  const trendTitle = useTrendTitle(page);
  const current = months.findLast(({ target }) => target !== null);
  const targets = new Set(months.flatMap(({ target }) => target ?? []));
  return (
    <>
      <PageHeader
        title={title}
        lead={t('sla:kpiPage.over', { vendor: vendor.name })}
        crumbs={
          isOwn
            ? [{ label: t('sla:performance.title'), href: '/performance' }]
            : [
                { label: t('sla:performance.title'), href: `/performance?kpi=${kpi.code}` },
                { label: vendor.name, href: `/vendors/${vendor.id}` },
              ]
        }
        facts={facts}
        also={
          months.length > 0 && (
            <ButtonLink href={`/vendors/${vendor.id}/kpis/${kpi.id}/export`} download>
              {t('sla:kpiPage.download')}
            </ButtonLink>
          )
        }
      />
      {months.length === 0 ? (
        <EmptyState title={t('sla:performance.empty')}>{t('sla:performance.emptyHelp')}</EmptyState>
      ) : (
        <>
          <TrendChart
            title={trendTitle}
            points={months.map(({ period, value, outcome, severity }) => ({
              period,
              value,
              outcome,
              severity,
            }))}
            target={current?.target ?? null}
            warnAt={current?.warnAt ?? null}
            unit={kpi.unit}
            name={`${vendor.code}-${kpi.code}`}
          />
          {!current && <p>{t('sla:kpiPage.noTermHelp')}</p>}
          {targets.size > 1 && <p>{t('sla:kpiPage.changed')}</p>}
          <Figures page={page} />
        </>
      )}
    </>
  );
}

function useTrendTitle({ months, kpi }: Page): string {
  const { t } = useTranslation();
  const judged = months.filter(({ outcome }) => outcome !== null && outcome !== 'pending');
  const failed = judged.filter(({ outcome }) => outcome === 'breached').length;
  const words = { kpi: kpi.name, total: judged.length };
  if (judged.length === 0)
    return t('sla:kpiPage.reported', { kpi: kpi.name, count: months.length });
  if (failed === 0) return t('sla:breach.trend.none', words);
  if (failed === judged.length) return t('sla:breach.trend.all', words);
  return t('sla:breach.trend.some', { ...words, count: failed });
}

function useFacts({ months, kpi }: Page): KeyFact[] {
  const { t } = useTranslation();
  const format = useFormat();
  const latest = months.findLast(({ value }) => value !== null);
  const current = months.findLast(({ target }) => target !== null);
  const failed = months.filter(({ outcome }) => outcome === 'breached').length;
  const judged = months.filter(({ outcome }) => outcome !== null && outcome !== 'pending').length;
  if (!latest?.value) return [];
  return [
    {
      label: t('sla:kpiPage.latest'),
      value: <NumberText value={latest.value} target={latest.target} unit={kpi.unit} />,
      note: format.month(latest.period),
    },
    {
      label: t('sla:kpiPage.target'),
      value: current?.target
        ? format.number(current.target, { maxDigits: 12, unit: kpi.unit })
        : t('sla:kpiPage.noTerm'),
      note: current?.operator && t(`common:operator.${current.operator as 'gte'}`),
    },
    ...(judged === 0
      ? []
      : [
          {
            label: t('sla:performance.kept'),
            value: `${judged - failed} / ${judged}`,
          },
          { label: t('sla:kpiPage.breaches'), value: format.number(failed) },
        ]),
  ];
}

function Figures({ page: { months, kpi } }: { page: Page }) {
  const { t } = useTranslation();
  return (
    <Section title={t('sla:kpiPage.table')}>
      <DataTable
        name="kpi-months"
        label={t('sla:kpiPage.table')}
        columns={useColumns(kpi)}
        rows={[...months].reverse()}
        rowKey={({ period }) => period}
        rowHref={({ breachId, reportId }) =>
          breachId !== null
            ? `/breaches/${breachId}`
            : reportId !== null
              ? `/reports/${reportId}`
              : null
        }
        empty={null}
      />
    </Section>
  );
}

function useColumns(kpi: Page['kpi']): Column<Month>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = (text: string | null) => text !== null && format.number(text, { maxDigits: 6 });
  return [
    {
      key: 'month',
      header: t('sla:kpiPage.month'),
      cell: ({ period }) => <MonthText period={period} />,
    },
    {
      key: 'value',
      header: t('sla:kpiPage.value'),
      card: 'figure',
      unit: format.unitOfFigures(kpi.unit),
      align: 'end',
      cell: ({ value, target }) =>
        value !== null && (
          <NumberText value={value} target={target} minDigits={kpi.unit === '%' ? 2 : 0} />
        ),
    },
    {
      key: 'target',
      header: t('sla:kpiPage.target'),
      align: 'end',
      cell: ({ target }) => figure(target),
    },
    {
      key: 'outcome',
      header: t('sla:kpiPage.outcome'),
      card: 'state',
      cell: ({ outcome, severity }) =>
        outcome && <OutcomeMark outcome={outcome} severity={severity} />,
    },
    {
      key: 'numerator',
      header: t('sla:kpiPage.numerator'),
      align: 'end',
      cell: ({ numerator }) => figure(numerator),
    },
    {
      key: 'denominator',
      header: t('sla:kpiPage.denominator'),
      align: 'end',
      cell: ({ denominator }) => figure(denominator),
    },
    {
      key: 'sample',
      header: t('sla:kpiPage.sample'),
      align: 'end',
      cell: ({ sampleSize }) => figure(sampleSize),
    },
  ];
}
