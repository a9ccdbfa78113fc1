import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { EmptyState } from '~/components/EmptyState';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { MappingForm, type MappedColumn } from '~/components/reports/MappingForm';
import { MappingPreview } from '~/components/reports/MappingPreview';
import { namesOf } from '~/kpi/code-names.server';
import { columnLetters } from '~/kpi/grid';
import { kpiChoices } from '~/kpi/kpi-library-queries.server';
import { saidProblem } from '~/kpi/finding-words.server';
import { formOfMapping, mappingOfForm } from '~/kpi/mapping-form';
import { previewMapping } from '~/kpi/preview-mapping';
import { loadReadContext } from '~/kpi/report-context.server';
import type { SheetLayout } from '~/kpi/report-layout';
import { reportTitle } from '~/kpi/report-page.server';
import { findReport } from '~/kpi/report-queries.server';
import { readSetting } from '~/settings/setting-queries.server';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { refusedFormWith } from './shared/refused-form.server';

export const meta = pageTitle;

const MOST_PROBLEMS = 20;

/** The draft whose columns are asked about, and the sheet of it that the URL names. */
async function draftSheet(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const visit = await requirePerson(args, 'reports.submit');
  const { reader, scope } = visit;
  const report = found(await findReport(reader, scope, recordId(args.params['reportId'])));
  if (report.state !== 'draft') throw redirect(`/reports/${report.id}`);
  const sheets = (report.layout?.sheets ?? [])
    .map((sheet, index) => ({ sheet, index }))
    .filter(({ sheet }) => sheet.headings.length > 0);
  const wanted = Number(new URL(args.request.url).searchParams.get('sheet'));
  const chosen =
    sheets.find(({ index }) => index === wanted) ??
    sheets.find(({ sheet }) => sheet.unknown.length > 0) ??
    sheets[0];
  return { visit, report, sheets, chosen };
}

export async function loader(args: LoaderFunctionArgs) {
  const { visit, report, sheets, chosen } = await draftSheet(args);
  const { reader, t, locale } = visit;
  return {
    title: t('kpi:mapping.title'),
    report: { id: report.id, title: reportTitle(visit, report) },
    isOwn: visit.person.role === 'vendor',
    sheets: sheets.map(({ sheet, index }) => ({
      index,
      name: sheet.name ?? String(index + 1),
      unknown: sheet.unknown.length,
    })),
    chosen: chosen?.index ?? null,
    columns: chosen ? columnsOf(t, chosen.sheet) : [],
    initial: chosen ? formOfMapping(chosen.sheet.mapping, chosen.sheet.headings) : {},
    kpis: await kpiChoices(reader, locale),
  };
}

function columnsOf(t: TFunction, sheet: SheetLayout): MappedColumn[] {
  return sheet.headings.flatMap((heading, index) => {
    const use = sheet.uses[index];
    const isUnknown = sheet.unknown.some(({ column }) => column === index);
    const samples = sheet.sample.flatMap((row) => row[index]?.trim() || []).slice(0, 3);
    if (heading === '' && samples.length === 0) return [];
    const column = { index, letters: columnLetters(index), heading, samples };
    return [{ ...column, taken: isUnknown ? null : takenFor(t, use) }];
  });
}

function takenFor(t: TFunction, use: SheetLayout['uses'][number] | undefined): string {
  switch (use?.as) {
    case 'role':
      return t(`kpi:mapping.role.${use.role}`);
    case 'kpi':
      return use.kpi;
    case 'part':
      return t(`kpi:mapping.part.${use.of}`);
    case 'left_out':
      return t('kpi:mapping.leftOut');
    case 'unknown':
    case undefined:
      return t('kpi:mapping.empty');
  }
}

/** Shows what the chosen meanings make of the first rows; nothing is stored by it. */
export async function action(args: ActionFunctionArgs) {
  const { visit, report, chosen } = await draftSheet(args);
  const { reader, t, locale } = visit;
  const values = formValues(await args.request.formData());
  const sheet = found(chosen?.sheet);
  const unknown = sheet.unknown.map(({ column }) => column);
  const mapping = mappingOfForm(values, sheet.headings, unknown);
  if (!mapping.ok) return refusedFormWith(mapping, values, { preview: null });
  const limits = await readSetting(reader, 'report_limits');
  const context = await loadReadContext(reader, report.id, limits);
  const { readings, problems, newMarkets } = previewMapping(sheet, mapping.value, context);
  const shown = problems.slice(0, MOST_PROBLEMS);
  const names = await namesOf(reader, locale, shown);
  const preview = {
    mapping: JSON.stringify(mapping.value),
    readings: readings.map(
      ({ kpi, period, market, value, numerator, denominator, sampleSize }) => ({
        kpi,
        period,
        market,
        value,
        numerator,
        denominator,
        sampleSize,
      }),
    ),
    problems: shown.map((each, at) => saidProblem(t, each, at, names)),
    newMarkets: newMarkets.map(({ name }) => name),
  };
  return data({ refusal: undefined, values, preview });
}

export default function ReportMapping() {
  const { title, report, isOwn, sheets, chosen, columns, initial, kpis } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/reports/${report.id}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t('kpi:mapping.lead')}
        crumbs={[
          { label: t(isOwn ? 'kpi:own' : 'kpi:title'), href: '/reports' },
          { label: report.title, href: back },
        ]}
        also={
          sheets.length > 1 && (
            <nav aria-label={t('kpi:mapping.sheets')}>
              {sheets.map(({ index, name }) => (
                <a key={index} href={`?sheet=${index}`} aria-current={index === chosen}>
                  {name}{' '}
                </a>
              ))}
            </nav>
          )
        }
      />
      {chosen === null ? (
        <EmptyState title={t('kpi:mapping.noSheets')} />
      ) : (
        <>
          {answer?.preview && (
            <MappingPreview
              preview={answer.preview}
              action={`${back}/remembered-mapping`}
              sheet={chosen}
            />
          )}
          <MappingForm
            key={chosen}
            columns={columns}
            kpis={kpis}
            initial={initial}
            refusal={answer?.refusal}
            values={answer?.values}
          />
        </>
      )}
    </>
  );
}
