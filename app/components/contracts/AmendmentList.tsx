import { useTranslation } from 'react-i18next';
import { Section } from '../Section';
import { Timeline } from '../Timeline';
import { useFormat } from '../use-format';
import classes from './contracts.module.css';

type Props = {
  base: string;
  amendments: readonly {
    id: number;
    number: number;
    state: 'draft' | 'proposed' | 'approved' | 'rejected' | 'withdrawn';
    effectiveFrom: string | null;
    reason: string | null;
    createdAt: string;
    decidedAt: string | null;
    decidedByName: string | null;
    proposedByName: string | null;
  }[];
  versions: readonly { id: number; version: number; effectiveFrom: string }[];
};

const tones = {
  draft: 'quiet',
  proposed: 'accent',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'quiet',
} as const;

/** The amendments of a contract, the latest first, and the versions that they made, each to be read. */
export function AmendmentList({ base, amendments, versions }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (amendments.length === 0 && versions.length === 0) return null;
  return (
    <Section title={t('contracts:amendment.list')}>
      <Timeline
        items={amendments.map((one) => ({
          key: one.id,
          at: one.decidedAt ?? one.createdAt,
          who: one.decidedByName ?? one.proposedByName,
          tone: tones[one.state],
          title: (
            <>
              <a href={`${base}/amendments/${one.id}`}>
                {t('contracts:amendment.title', { number: one.number })}
              </a>
              {` · ${t(`contracts:amendment.state.${one.state}`)}`}
              {one.effectiveFrom !== null &&
                ` · ${t('contracts:version.from', { from: format.date(one.effectiveFrom) })}`}
            </>
          ),
          children: one.reason,
        }))}
      />
      {versions.length > 0 && (
        <ul className={classes.versions}>
          {versions.map(({ id, version, effectiveFrom }) => (
            <li key={id}>
              <a href={`${base}/versions/${id}`}>
                {t('contracts:amendment.versionTitle', { number: version })}
              </a>{' '}
              {t('contracts:version.from', { from: format.date(effectiveFrom) })}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
