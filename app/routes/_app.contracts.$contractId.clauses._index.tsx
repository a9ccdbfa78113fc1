import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ClauseBadge, GapBadge } from '~/components/contracts/ClauseBadge';
import { useBecause } from '~/components/contracts/use-because';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { Callout } from '~/components/Notice';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Facts, Section, TwoColumns } from '~/components/Section';
import { useFormat } from '~/components/use-format';
import { clauseStandingOf } from '~/contracts/clause-gap-queries.server';
import { checksOfContracts, listClauses } from '~/contracts/clause-queries.server';
import { isAgreedState } from '~/contracts/contract';
import { findContract } from '~/contracts/contract-queries.server';
import { standardsOfContract } from '~/contracts/standard-queries.server';
import { countryName } from '~/shared/country-codes';
import { formatList } from '~/shared/format';
import { nameFor } from '~/shared/named';
import { found, recordId } from '~/shared/record-id';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, can } = await requirePerson(args, 'clauses.read');
  const contractId = recordId(args.params['contractId']);
  const contract = found(await findContract(reader, scope, contractId));
  const standing = found(await clauseStandingOf(reader, scope, contractId));
  const checks = await checksOfContracts(reader, scope, [contractId]);
  const library = await listClauses(reader);
  return {
    title: t('clauses:checklist.title', { number: contract.number }),
    contract: {
      ...{ id: contract.id, title: contract.title, demonstration: contract.demonstration },
      isAgreed: isAgreedState(contract.state),
    },
    canWrite: can('contracts.write'),
    coverage: standing.coverage,
    facts: standing.facts,
    data: standing.data,
    standards: (await standardsOfContract(reader, scope, contractId)).map((standard) => ({
      ...{ id: standard.id, since: standard.since },
      name: nameFor(standard, locale),
      market: locale === 'en' ? standard.marketEn : standard.marketZh,
    })),
    rows: library.map(({ clause }) => ({
      id: clause.id,
      name: nameFor(clause, locale),
      group: clause.group,
      check: checks.find(({ clauseId }) => clauseId === clause.id) ?? null,
      because: standing.required.find(({ clauseId }) => clauseId === clause.id)?.because ?? null,
      gap: standing.gaps.find(({ clauseId }) => clauseId === clause.id)?.kind ?? null,
    })),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function Checklist() {
  const { title, contract, rows, coverage } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { number } = useFormat();
  const base = `/contracts/${contract.id}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t('clauses:checklist.lead')}
        crumbs={[
          { label: t('contracts:title'), href: '/contracts' },
          { label: contract.title, href: base },
        ]}
        facts={[
          {
            label: t('clauses:checklist.covered'),
            value: t('clauses:checklist.coveredOf', coverage),
          },
          { label: t('clauses:checklist.deviating'), value: number(coverage.deviating) },
          { label: t('clauses:checklist.gaps'), value: number(coverage.gaps) },
        ]}
      />
      {contract.demonstration && <Callout>{t('contracts:page.demonstration')}</Callout>}
      <Callout tone={coverage.gaps === 0 ? 'done' : 'attention'}>
        {coverage.gaps === 0
          ? t(contract.isAgreed ? 'clauses:checklist.whole' : 'clauses:checklist.ready')
          : t(contract.isAgreed ? 'clauses:checklist.lacks' : 'clauses:checklist.notReady', {
              count: coverage.gaps,
            })}
      </Callout>
      <TwoColumns
        side={
          <>
            <Data />
            <Follows />
          </>
        }
      >
        <DataTable
          name="contract-clauses"
          label={title}
          columns={useColumns()}
          rows={rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `${base}/clauses/${id}`}
          empty={<EmptyState title={title} />}
        />
      </TwoColumns>
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  const say = useBecause();
  return [
    { key: 'name', header: t('clauses:library.name'), cell: ({ name }) => name },
    {
      key: 'standing',
      header: t('clauses:checklist.standing'),
      cell: ({ check, gap }) =>
        gap === 'mechanism' ? (
          <GapBadge kind={gap} />
        ) : (
          <ClauseBadge state={check?.state ?? null} />
        ),
    },
    {
      key: 'place',
      header: t('clauses:checklist.place'),
      cell: ({ check }) => check?.place,
    },
    {
      key: 'required',
      header: t('clauses:checklist.required'),
      cell: ({ because }) => t(because ? 'common:yes' : 'common:no'),
    },
    {
      key: 'why',
      header: t('clauses:checklist.said'),
      cell: ({ check, because }) => check?.reason ?? check?.text ?? because?.map(say).join(' '),
    },
    {
      key: 'group',
      header: t('clauses:library.group'),
      hidden: true,
      cell: ({ group }) => t(`clauses:group.${group}`),
    },
  ];
}

function Data() {
  const { contract, data, facts, rows, canWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { locale } = useFormat();
  const list = (parts: readonly string[]) =>
    parts.length === 0 ? t('common:none') : formatList(parts, locale);
  const countries = (codes: readonly string[]) =>
    list(codes.map((code) => countryName(code, locale)));
  const transfers = rows
    .flatMap(({ because }) => because ?? [])
    .flatMap((one) => (one.kind === 'transfer' ? [one.transfer] : []));
  return (
    <Section
      title={t('clauses:checklist.data')}
      action={
        canWrite && (
          <ButtonLink href={`/contracts/${contract.id}/data`}>
            {t('clauses:checklist.change')}
          </ButtonLink>
        )
      }
    >
      <Facts
        items={[
          {
            label: t('clauses:data.kind'),
            value: data
              ? t(`clauses:dataKind.${data.dataKind}`)
              : t('clauses:checklist.dataUnsaid'),
          },
          { label: t('clauses:data.collected'), value: countries(facts.collectedIn) },
          { label: t('clauses:data.handled'), value: countries(facts.workedOnIn) },
          {
            label: t('clauses:data.transfers'),
            value:
              transfers.length === 0
                ? t('clauses:data.noTransfer')
                : list(
                    transfers.map(({ from, to }) =>
                      t('clauses:data.transfer', { from: countries(from), to: countries(to) }),
                    ),
                  ),
          },
          {
            label: t('clauses:data.mechanisms'),
            value: list((data?.mechanisms ?? []).map((one) => t(`clauses:mechanism.${one}`))),
          },
        ]}
      />
    </Section>
  );
}

/** The standards that the contract takes SLA terms from. */
function Follows() {
  const { standards } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  if (standards.length === 0) return null;
  return (
    <Section title={t('standards:title')}>
      {standards.map(({ id, name, market, since }) => (
        <p key={id}>
          <a href={`/standards/${id}`}>{name}</a>
          {` · ${market} · ${t('standards:page.from', { date: format.date(since) })}`}
        </p>
      ))}
    </Section>
  );
}
