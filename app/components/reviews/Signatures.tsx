import { useTranslation } from 'react-i18next';
import type { SignatureState } from '~/reviews/record';
import { spokenBy } from '~/shared/spoken-by';
import { Section } from '../Section';
import { Timeline, type TimelineItem } from '../Timeline';
import classes from './Pack.module.css';

export type Signature = {
  side: 'ours' | 'vendor';
  state: SignatureState;
  comment: string | null;
  person: string | null;
  signedAt: string;
};

const tones: Record<SignatureState, NonNullable<TimelineItem['tone']>> = {
  signed: 'good',
  objected: 'bad',
  lapsed: 'quiet',
};

/** How each side stands to the record, its comment kept beside it. */
export function Signatures({ signatures }: { signatures: readonly Signature[] }) {
  const { t } = useTranslation();
  return (
    <Section title={t('reviews:signature.list')}>
      {signatures.length === 0 ? (
        <p className={classes.missing}>{t('reviews:signature.none')}</p>
      ) : (
        <Timeline
          items={signatures.map(({ side, state, comment, person, signedAt }) => ({
            key: side,
            at: signedAt,
            title: t(`reviews:signature.${state}`, { side: t(`common:side.${side}`) }),
            tone: tones[state],
            ...(person !== null && { who: spokenBy(t, person, t(`common:side.${side}`)) }),
            ...(comment !== null && { children: comment }),
          }))}
        />
      )}
    </Section>
  );
}
