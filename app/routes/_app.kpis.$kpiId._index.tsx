import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink } from '~/components/form/buttons';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { useKpiRange } from '~/components/registers/kpi-range';
import { Facts, Section } from '~/components/Section';
import { useFormat } from '~/components/use-format';
import { countTermsOfKpi, findKpi, findKpiByCode } from '~/kpi/kpi-library-queries.server';
import { nameFor } from '~/shared/named';
import { found, recordId } from '~/shared/record-id';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, locale, can } = await requirePerson(args, 'vendors.read');
  const kpi = found(await findKpi(reader, recordId(args.params['kpiId'])));
  const sample = kpi.sampleKpiCode && (await findKpiByCode(reader, kpi.sampleKpiCode));
  return {
    kpi,
    title: nameFor(kpi, locale),
    sample: sample ? { id: sample.id, name: nameFor(sample, locale) } : null,
    terms: await countTermsOfKpi(reader, scope, kpi.id),
    canWrite: can('library.write'),
  };
}

export default function Kpi() {
  const { kpi, title, sample, terms, canWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const range = useKpiRange();
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ label: t('library:kpi.title'), href: '/kpis' }]}
        lead={terms === 0 ? t('library:kpi.unused') : t('library:kpi.usedBy', { count: terms })}
        facts={[
          { label: t('common:column.code'), value: kpi.code },
          { label: t('common:column.unit'), value: format.unit(kpi.unit) },
          { label: t('library:kpi.better'), value: t(`common:better.${kpi.better}`) },
          { label: t('library:kpi.category'), value: t(`common:category.${kpi.category}`) },
          { label: t('library:kpi.range'), value: range(kpi) },
        ]}
        action={
          canWrite && (
            <ButtonLink href={`/kpis/${kpi.id}/edit`} look="primary">
              {t('common:action.edit')}
            </ButtonLink>
          )
        }
      />
      <Section title={t('library:kpi.names')}>
        <Facts
          items={[
            { label: t('library:kpi.nameEn'), value: <span lang="en">{kpi.nameEn}</span> },
            { label: t('library:kpi.nameZh'), value: <span lang="zh-CN">{kpi.nameZh}</span> },
            {
              label: t('library:kpi.aliases'),
              value: kpi.aliases.join('; ') || t('library:kpi.noAliases'),
            },
            {
              label: t('library:kpi.sample'),
              value: sample ? <a href={`/kpis/${sample.id}`}>{sample.name}</a> : t('common:none'),
            },
            ...(kpi.formula === null
              ? []
              : [{ label: t('library:kpi.formula'), value: <code>{kpi.formula}</code> }]),
          ]}
        />
      </Section>
    </>
  );
}
