import { useTranslation } from 'react-i18next';
import { ActionBadge } from '~/components/actions/ActionBadge';
import { useActionTitle } from '~/components/actions/use-action-title';
import { DataTable } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { Section } from '~/components/Section';
import { DateText } from '~/components/texts';
import type { VendorPage } from './load-page.server';

/** What is promised and not done yet, on both sides, wherever it came from. */
export function Actions({ page }: { page: VendorPage }) {
  const { vendor, actions, may } = page;
  const { t } = useTranslation();
  const titleOf = useActionTitle();
  return (
    <Section
      title={t('actions:title')}
      action={
        may.steer && (
          <ButtonLink href={`/vendors/${vendor.id}/actions/new`}>{t('actions:promise')}</ButtonLink>
        )
      }
    >
      <DataTable
        name="vendor-actions"
        label={t('actions:title')}
        rows={actions}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/actions/${id}`}
        empty={<EmptyState title={t('actions:noneOpen')} />}
        columns={[
          { key: 'title', header: t('actions:column.title'), cell: (row) => titleOf(row) },
          {
            key: 'owner',
            header: t('common:column.owner'),
            cell: ({ owner, side }) => owner ?? t(`actions:side.${side}`),
          },
          {
            key: 'due',
            header: t('common:column.due'),
            card: 'figure',
            cell: ({ dueOn }) => dueOn !== null && <DateText date={dueOn} />,
          },
          {
            key: 'state',
            header: t('common:column.status'),
            card: 'state',
            cell: ({ state }) => <ActionBadge state={state} />,
          },
        ]}
      />
      <p>
        <a href={`/actions?vendor=${encodeURIComponent(vendor.code)}`}>{t('actions:byVendor')}</a>
      </p>
    </Section>
  );
}
