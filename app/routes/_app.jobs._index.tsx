import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { SubmitButton } from '~/components/form/buttons';
import { SelectField } from '~/components/form/fields';
import { DateField } from '~/components/form/dates';
import { EditForm, FieldRow, FormActions } from '~/components/form/EditForm';
import { RunBadge, RunResult, useJobName } from '~/components/jobs/RunParts';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { Section } from '~/components/Section';
import { useFormat } from '~/components/use-format';
import { rhythmOf } from '~/jobs/cron-words';
import { lastRuns, listRuns, runListSpec } from '~/jobs/job-queries.server';
import { isJobName, jobNames, runStates, schedule } from '~/jobs/schedule';
import { nextSlot } from '~/jobs/slot';
import { wallClock } from '~/shared/format';
import { parseListQuery } from '~/shared/list-query';
import { DateText } from '~/components/texts';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t, now, can } = await requirePerson(args, 'jobs.read');
  const query = parseListQuery(new URL(args.request.url).searchParams, runListSpec);
  const last = await lastRuns(reader);
  const { rows, total } = await listRuns(reader, query);
  return {
    title: t('jobs:title'),
    canRun: can('jobs.run'),
    today: dayOf(now),
    jobs: jobNames.map((name) => ({
      name,
      rhythm: rhythmOf(schedule[name]),
      next: nextSlot(schedule[name], now),
      last: last.get(name) ?? null,
    })),
    query,
    rows,
    total,
  };
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Jobs() {
  const { title, jobs, query, rows, total, canRun } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={title} lead={t('jobs:lead')} />
      <Section title={t('jobs:column.schedule')}>
        <DataTable
          name="jobs"
          label={title}
          columns={useJobColumns()}
          rows={jobs}
          rowKey={({ name }) => name}
          rowHref={({ name }) => `/jobs?job=${name}`}
          empty={null}
        />
      </Section>
      {canRun && <RunForm />}
      <Section title={t('jobs:runs')}>
        <DataTable
          name="job-runs"
          label={t('jobs:runs')}
          columns={useRunColumns()}
          rows={rows}
          rowKey={({ id }) => id}
          query={query}
          total={total}
          filters={useFilters()}
          empty={<EmptyState title={t('jobs:emptyRuns')}>{t('jobs:emptyRunsHelp')}</EmptyState>}
        />
      </Section>
    </>
  );
}

function RunForm() {
  const { today } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const nameOf = useJobName();
  return (
    <Section title={t('jobs:run.title')}>
      <EditForm action="/jobs/runs">
        <FieldRow>
          <SelectField
            name="job"
            label={t('jobs:run.job')}
            initial="evaluate"
            choices={jobNames.map((value) => ({ value, label: nameOf(value) }))}
          />
          <DateField
            name="asOf"
            label={t('jobs:run.asOf')}
            help={t('jobs:run.asOfHelp')}
            initial={today}
          />
        </FieldRow>
        <FormActions>
          <SubmitButton look="primary">{t('jobs:run.action')}</SubmitButton>
        </FormActions>
      </EditForm>
    </Section>
  );
}

function useJobColumns(): Column<Data['jobs'][number]>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useJobName();
  return [
    { key: 'job', header: t('jobs:column.job'), card: 'name', cell: ({ name }) => nameOf(name) },
    { key: 'what', header: t('jobs:column.does'), cell: ({ name }) => t(`jobs:what.${name}`) },
    {
      key: 'schedule',
      header: t('jobs:column.schedule'),
      // By the reader's clock, like the runs beside it.
      cell: ({ rhythm, next }) => {
        const { time } = wallClock(next, format.timeZone);
        return t(`jobs:when.${rhythm}`, { time, minute: time.slice(-2) });
      },
    },
    {
      key: 'last',
      header: t('jobs:column.lastRun'),
      cell: ({ last }) =>
        last ? (
          <>
            {format.instant(last.startedAt)} <RunBadge state={last.state} />
          </>
        ) : (
          t('jobs:never')
        ),
    },
    {
      key: 'next',
      header: t('jobs:column.next'),
      cell: ({ next }) => format.instant(next),
    },
  ];
}

function useRunColumns(): Column<Data['rows'][number]>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useJobName();
  return [
    {
      key: 'started',
      header: t('jobs:column.started'),
      sort: 'started',
      cell: ({ startedAt }) => format.instant(startedAt),
    },
    {
      key: 'job',
      header: t('jobs:column.job'),
      card: 'name',
      cell: ({ job }) => (isJobName(job) ? nameOf(job) : job),
    },
    { key: 'asOf', header: t('jobs:column.asOf'), cell: ({ asOf }) => <DateText date={asOf} /> },
    {
      key: 'state',
      header: t('jobs:column.state'),
      card: 'state',
      cell: ({ state }) => <RunBadge state={state} />,
    },
    { key: 'did', header: t('jobs:column.did'), cell: (run) => <RunResult run={run} /> },
    {
      key: 'took',
      header: t('jobs:column.took'),
      card: 'figure',
      align: 'end',
      cell: ({ milliseconds }) => milliseconds !== null && format.duration(milliseconds),
    },
    {
      key: 'origin',
      header: t('jobs:column.origin'),
      cell: ({ origin }) => t(`jobs:origin.${origin}`),
    },
  ];
}

function useFilters() {
  const { t } = useTranslation();
  const nameOf = useJobName();
  return [
    {
      name: 'job',
      label: t('jobs:column.job'),
      options: jobNames.map((value) => ({ value, label: nameOf(value) })),
    },
    {
      name: 'state',
      label: t('jobs:column.state'),
      options: runStates.map((value) => ({ value, label: t(`jobs:state.${value}`) })),
    },
  ];
}
