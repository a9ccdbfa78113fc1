import { useTranslation } from 'react-i18next';
import type { KeptActor } from '~/audit/entry';
import { ActorName } from '../audit/ActorName';
import { useSaying } from '../audit/Saying';
import { DataTable } from '../DataTable';
import { EmptyState } from '../EmptyState';
import { ButtonLink } from '../form/buttons';
import { Section } from '../Section';
import { InstantText } from '../texts';
import classes from './TaskList.module.css';

type Change = KeptActor & {
  sequence: number;
  at: string;
  action: string;
  vendorName: string | null;
};

/** The end of the audit trail, for whoever reads it every day. */
export function LatestChanges({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation();
  const saying = useSaying();
  return (
    <div className={classes.below}>
      <Section
        title={t('desk:changes.title')}
        action={
          <ButtonLink href="/audit" look="quiet">
            {t('desk:changes.all')}
          </ButtonLink>
        }
      >
        <DataTable<Change>
          name="desk-changes"
          label={t('desk:changes.title')}
          columns={[
            {
              key: 'action',
              header: t('audit:column.action'),
              cell: ({ action }) => saying(action),
            },
            {
              key: 'vendor',
              header: t('audit:column.vendor'),
              card: 'name',
              cell: (row) => row.vendorName ?? '',
            },
            {
              key: 'actor',
              header: t('audit:column.actor'),
              cell: (row) => <ActorName entry={row} exact />,
            },
            {
              key: 'at',
              header: t('audit:column.at'),
              cell: ({ at }) => <InstantText instant={at} />,
            },
          ]}
          rows={changes}
          rowKey={({ sequence }) => sequence}
          rowHref={({ sequence }) => `/audit/${sequence}`}
          empty={<EmptyState title={t('audit:empty')} />}
        />
      </Section>
    </div>
  );
}
