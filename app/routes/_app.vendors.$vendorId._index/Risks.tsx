import { useTranslation } from 'react-i18next';
import { DataTable } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { Section } from '~/components/Section';
import { StateBadge, type Tone } from '~/components/StateBadge';
import { DateText } from '~/components/texts';
import type { RiskLevel } from '~/risks/risk';
import type { VendorPage } from './load-page.server';

const tones: Record<RiskLevel, Tone> = {
  low: 'quiet',
  medium: 'quiet',
  high: 'attention',
  critical: 'bad',
};

/** Its part of the risk register: open risks first, the greatest first. */
export function Risks({ page: { vendor, risks, may } }: { page: VendorPage }) {
  const { t } = useTranslation();
  const score = ({ score, level }: { score: number; level: RiskLevel }) =>
    t('vendors:risk.score', { level: t(`vendors:risk.levels.${level}`), score });
  return (
    <Section
      title={t('vendors:risk.section')}
      help={risks.length > 0 && t('vendors:risk.matrix')}
      action={
        may.write && (
          <ButtonLink href={`/vendors/${vendor.id}/risks/new`}>{t('vendors:risk.add')}</ButtonLink>
        )
      }
    >
      <DataTable
        name="vendor-risks"
        label={t('vendors:risk.section')}
        rows={risks}
        rowKey={({ id }) => id}
        rowHref={({ id, closedAt }) =>
          may.write && closedAt === null ? `/vendors/${vendor.id}/risks/${id}` : null
        }
        empty={<EmptyState title={t('vendors:risk.empty')} />}
        columns={[
          { key: 'title', header: t('vendors:risk.title'), cell: ({ title }) => title },
          {
            key: 'category',
            header: t('vendors:risk.category'),
            cell: ({ category }) => t(`vendors:risk.categories.${category}`),
          },
          {
            key: 'before',
            header: t('vendors:risk.before'),
            cell: ({ before }) => score(before),
          },
          {
            key: 'after',
            header: t('vendors:risk.after'),
            cell: ({ after, closedAt }) => (
              <StateBadge tone={closedAt === null ? tones[after.level] : 'quiet'}>
                {closedAt === null ? score(after) : t('vendors:risk.closed')}
              </StateBadge>
            ),
          },
          {
            key: 'reviewed',
            header: t('vendors:risk.reviewedOn'),
            cell: ({ reviewedOn }) => <DateText date={reviewedOn} />,
          },
        ]}
      />
    </Section>
  );
}
