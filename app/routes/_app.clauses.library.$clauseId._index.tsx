import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Section } from '~/components/Section';
import { StateBadge } from '~/components/StateBadge';
import { Timeline } from '~/components/Timeline';
import { TRANSFER_CLAUSE } from '~/contracts/clause';
import { findClause, requirementsOfClause, textsOfClause } from '~/contracts/clause-queries.server';
import { nameFor } from '~/shared/named';
import { found, recordId } from '~/shared/record-id';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, locale, can } = await requirePerson(args, 'clauses.read');
  const clause = found(await findClause(reader, recordId(args.params['clauseId'])));
  const inReader = (en: string | null, zh: string | null) => (locale === 'en' ? en : zh);
  const rules = await requirementsOfClause(reader, clause.id);
  return {
    title: nameFor(clause, locale),
    id: clause.id,
    group: clause.group,
    protects: inReader(clause.protectsEn, clause.protectsZh),
    lookFor: inReader(clause.lookForEn, clause.lookForZh),
    crossesBorders: clause.code === TRANSFER_CLAUSE,
    canWrite: can('library.write'),
    texts: await textsOfClause(reader, clause.id),
    rules: rules.map(({ requirement, serviceEn, serviceZh, marketEn, marketZh }) => ({
      id: requirement.id,
      service: inReader(serviceEn, serviceZh),
      market: inReader(marketEn, marketZh),
      fromData: requirement.fromData,
      isRequired: requirement.isRequired,
      reason: locale === 'en' ? requirement.reasonEn : requirement.reasonZh,
      source: requirement.source,
    })),
  };
}

type Rule = Awaited<ReturnType<typeof loader>>['rules'][number];

export default function ClausePage() {
  const { title, id, group, protects, lookFor, canWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ label: t('clauses:library.title'), href: '/clauses/library' }]}
        state={<StateBadge>{t(`clauses:group.${group}`)}</StateBadge>}
        also={
          canWrite && (
            <ButtonLink href={`/clauses/library/${id}/edit`}>
              {t('clauses:library.edit')}
            </ButtonLink>
          )
        }
      />
      <Section title={t('clauses:library.protects')}>
        <p>{protects}</p>
      </Section>
      <Section title={t('clauses:library.lookFor')}>
        <p>{lookFor}</p>
      </Section>
      <Texts />
      <Rules />
    </>
  );
}

function Texts() {
  const { texts } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const [latest, ...before] = texts;
  return (
    <>
      <Section title={t('clauses:library.text')} help={t('clauses:library.textHelp')}>
        <h3>{t('clauses:library.english')}</h3>
        <p lang="en">{latest?.textEn}</p>
        <h3>{t('clauses:library.chinese')}</h3>
        <p lang="zh-CN">{latest?.textZh}</p>
      </Section>
      {before.length > 0 && (
        <Section title={t('clauses:library.versions')}>
          <Timeline
            items={texts.map((text, index) => ({
              key: text.id,
              at: text.createdAt,
              title: t('clauses:library.versionBy', { version: text.version }),
              who: text.changedBy ?? t('clauses:library.withProduct'),
              children: (
                <>
                  {text.reason && <p>{text.reason}</p>}
                  {index > 0 && (
                    <>
                      <p lang="en">{text.textEn}</p>
                      <p lang="zh-CN">{text.textZh}</p>
                    </>
                  )}
                </>
              ),
            }))}
          />
        </Section>
      )}
    </>
  );
}

function Rules() {
  const { id, rules, canWrite, crossesBorders } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Section
      title={t('clauses:library.required')}
      help={t(crossesBorders ? 'clauses:library.always' : 'clauses:library.requiredHelp')}
      action={
        canWrite && (
          <ButtonLink href={`/clauses/library/${id}/requirements/new`}>
            {t('clauses:requirement.add')}
          </ButtonLink>
        )
      }
    >
      <DataTable
        name="clause-requirements"
        label={t('clauses:library.required')}
        columns={useColumns()}
        rows={rules}
        rowKey={(rule) => rule.id}
        empty={
          <EmptyState title={t('clauses:library.nowhere')}>
            {t('clauses:library.nowhereHelp')}
          </EmptyState>
        }
      />
    </Section>
  );
}

function useColumns(): Column<Rule>[] {
  const { id, canWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return [
    {
      key: 'market',
      header: t('common:column.market'),
      cell: ({ market }) => market ?? t('clauses:requirement.everywhere'),
    },
    {
      key: 'service',
      header: t('common:column.service'),
      cell: ({ service }) => service ?? t('clauses:requirement.everyService'),
    },
    {
      key: 'data',
      header: t('clauses:checklist.data'),
      cell: ({ fromData }) =>
        fromData === null
          ? t('clauses:requirement.anyData')
          : t('clauses:requirement.fromKind', { kind: t(`clauses:dataKind.${fromData}`) }),
    },
    {
      key: 'effect',
      header: t('clauses:requirement.effect'),
      cell: ({ isRequired }) =>
        t(isRequired ? 'clauses:requirement.required' : 'clauses:requirement.not_required'),
    },
    {
      key: 'reason',
      header: t('common:column.reason'),
      cell: ({ reason, source }) =>
        source === null ? reason : t('clauses:because.source', { reason, source }),
    },
    ...(canWrite
      ? [
          {
            key: 'remove',
            header: t('clauses:requirement.remove'),
            cell: (rule: Rule) => (
              <ConfirmButton
                label={t('clauses:requirement.remove')}
                action={`/clauses/library/${id}/requirements/${rule.id}/removal`}
                openLook="quiet"
              >
                {t('clauses:requirement.removeHelp')}
              </ConfirmButton>
            ),
          },
        ]
      : []),
  ];
}
