import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { RegisterTabs } from '~/components/registers/RegisterTabs';
import { TreeName } from '~/components/registers/TreeName';
import { nameOrCode } from '~/shared/named';
import { marketChoices, vendorsByMarket } from '~/vendors/library-queries.server';
import { outline } from '~/vendors/market-outline';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, can } = await requirePerson(args, 'vendors.read');
  const vendors = await vendorsByMarket(reader, scope);
  const markets = await marketChoices(reader, scope);
  return {
    title: t('library:market.title'),
    canWrite: can('registers.write'),
    rows: outline(markets).map(
      ({ market: { id, code, level, nameEn, nameZh }, depth, within }) => ({
        id,
        code,
        level,
        name: nameOrCode({ nameEn, nameZh, code }, locale),
        depth,
        within,
        vendors: vendors.get(id) ?? 0,
      }),
    ),
  };
}

export default function Markets() {
  const { rows, title, canWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const add = canWrite && (
    <ButtonLink href="/markets/new" look="primary">
      {t('library:market.add')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={title} lead={t('library:market.lead')} action={add} />
      <RegisterTabs current="markets" />
      <DataTable
        name="markets"
        label={t('library:market.tree')}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id, code }) =>
          canWrite ? `/markets/${id}` : `/vendors?market=${encodeURIComponent(code)}`
        }
        empty={
          <EmptyState title={t('library:market.empty')}>{t('library:market.emptyHelp')}</EmptyState>
        }
        columns={[
          {
            key: 'name',
            header: t('common:column.name'),
            cell: ({ name, depth }) => <TreeName name={name} depth={depth} />,
          },
          { key: 'code', header: t('common:column.code'), cell: ({ code }) => code },
          {
            key: 'level',
            header: t('library:market.level'),
            cell: ({ level }) => t(`library:market.levels.${level}`),
          },
          {
            key: 'within',
            header: t('library:service.markets'),
            align: 'end',
            cell: ({ within }) => (within > 0 ? within : null),
          },
          {
            key: 'vendors',
            header: t('library:service.vendors'),
            align: 'end',
            cell: ({ vendors }) => (vendors > 0 ? vendors : null),
          },
        ]}
      />
    </>
  );
}
