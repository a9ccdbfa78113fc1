import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable, type Column } from '~/components/DataTable';
import { SubmitButton } from '~/components/form/buttons';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { EmptyState } from '~/components/EmptyState';
import { Callout } from '~/components/Notice';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { WorkProgress } from '~/components/Progress';
import { Section } from '~/components/Section';
import { StateBadge } from '~/components/StateBadge';
import { useFormat } from '~/components/use-format';
import { useReason } from '~/components/use-reason';
import { contractsOfRun, findRun, findStandard } from '~/contracts/standard-queries.server';
import { isUnderWay } from '~/jobs/standard-work.server';
import { nameFor } from '~/shared/named';
import { found, recordId } from '~/shared/record-id';
import { findMarket } from '~/vendors/library-queries.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, person, can } = await requirePerson(args, 'standards.read');
  const head = found(await findStandard(reader, recordId(args.params['standardId'])));
  const run = found(await findRun(reader, head.id, recordId(args.params['runId'])));
  const market = await findMarket(reader, scope, run.marketId);
  const rows = await contractsOfRun(reader, scope, run.id);
  const name = nameFor(head, locale);
  const waiting = rows.filter(({ state }) => state === 'waiting').length;
  return {
    title: t('standards:run.title', { standard: name }),
    standard: { id: head.id, name },
    run: { id: run.id, kind: run.kind, from: run.effectiveFrom, reason: run.reason },
    market: market ? nameFor(market, locale) : '',
    rows,
    waiting,
    hasBrokenOff: waiting > 0 && !(await isUnderWay(reader, run.id)),
    mayResume: can('contracts.write'),
    proposed: rows.filter(({ state }) => state === 'proposed').length,
    mayApprove: can('contracts.approve') && run.createdBy !== person.id,
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function RunPage() {
  const loaded = useLoaderData<typeof loader>();
  const { title, standard, run, market, rows, waiting, proposed, mayApprove } = loaded;
  const { t } = useTranslation();
  const format = useFormat();
  const base = `/standards/${standard.id}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={[t(`standards:run.${run.kind}`, { market, date: format.date(run.from) }), run.reason]
          .filter(Boolean)
          .join(' · ')}
        crumbs={[
          { label: t('standards:title'), href: '/standards' },
          { label: standard.name, href: base },
        ]}
        facts={useCounts()}
        action={
          proposed > 0 &&
          mayApprove && (
            <ConfirmButton
              label={t('standards:run.approve', { count: proposed })}
              action={`${base}/runs/${run.id}/approval`}
              look="primary"
              openLook="primary"
            >
              {t('standards:run.approveHelp')}
            </ConfirmButton>
          )
        }
      />
      {proposed > 0 && (
        <Callout>
          {t('standards:run.toApprove', { count: proposed })}{' '}
          {!mayApprove && t('standards:run.byOther')}
        </Callout>
      )}
      {loaded.hasBrokenOff && (
        <BrokenOff action={`${base}/runs/${run.id}/resumption`} {...loaded} />
      )}
      {waiting > 0 && !loaded.hasBrokenOff && (
        <WorkProgress
          label={t('standards:run.progress')}
          src={`${base}/runs/${run.id}/progress`}
          start={{ state: 'running', done: rows.length - waiting, total: rows.length }}
        />
      )}
      <Section title={t('standards:apply.contracts')} help={t('standards:run.allOrNothing')}>
        <DataTable
          name="standard-run"
          label={title}
          columns={useColumns()}
          rows={rows}
          rowKey={({ contractId }) => contractId}
          rowHref={({ contractId, amendmentId }) =>
            amendmentId === null
              ? `/contracts/${contractId}`
              : `/contracts/${contractId}/amendments/${amendmentId}`
          }
          empty={<EmptyState title={t('standards:page.noContracts')} />}
        />
      </Section>
    </>
  );
}

/** What it did to the terms of its contracts. */
function useCounts() {
  const { rows, proposed } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const count = (of: (row: Row) => number) =>
    format.number(rows.reduce((sum, row) => sum + of(row), 0));
  return [
    { label: t('standards:run.added'), value: count(({ added }) => added) },
    { label: t('standards:run.changed'), value: count(({ changed }) => changed) },
    { label: t('standards:run.kept'), value: count(({ kept }) => kept) },
    { label: t('standards:run.state.proposed'), value: String(proposed) },
    {
      label: t('standards:run.refused'),
      value: count(({ state }) => (state === 'refused' ? 1 : 0)),
    },
  ];
}

type BrokenOffProps = { waiting: number; action: string; mayResume: boolean };

/** What a run came to that ended before its time, and the way on. */
function BrokenOff({ waiting, action, mayResume }: BrokenOffProps) {
  const { t } = useTranslation();
  return (
    <Callout tone="attention" title={t('standards:run.brokenOff')}>
      <p>{t('standards:run.left', { count: waiting })}</p>
      {mayResume && (
        <Form method="post" action={action}>
          <SubmitButton action={action}>{t('standards:run.resume')}</SubmitButton>
        </Form>
      )}
    </Callout>
  );
}

const tones = { waiting: 'quiet', proposed: 'attention', done: 'good', refused: 'bad' } as const;

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  const say = useReason();
  return [
    { key: 'contract', header: t('common:column.contract'), cell: ({ number }) => number },
    {
      key: 'vendor',
      header: t('common:column.vendor'),
      cell: ({ vendorName }) => vendorName,
      card: 'name',
    },
    {
      key: 'state',
      header: t('common:column.status'),
      card: 'state',
      cell: ({ state }) => (
        <StateBadge tone={tones[state]}>{t(`standards:run.state.${state}`)}</StateBadge>
      ),
    },
    ...(['added', 'changed', 'kept'] as const).map((key): Column<Row> => ({
      key,
      header: t(`standards:run.${key}`),
      align: 'end',
      cell: (row) => row[key],
    })),
    {
      key: 'why',
      header: t('standards:run.why'),
      cell: ({ refusal }) => refusal && say(refusal),
    },
  ];
}
