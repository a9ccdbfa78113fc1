import { useTranslation } from 'react-i18next';
import { Callout } from '../Notice';
import { Section } from '../Section';
import { Timeline } from '../Timeline';

export type LifeStep = {
  sequence: number;
  step: 'submitted' | 'approved' | 'returned' | 'signed' | 'renewed' | 'terminated';
  personName: string;
  remarks: string | null;
  at: string;
};

type Props = {
  state: 'draft' | 'review' | 'approved' | 'active' | 'terminated';
  steps: readonly LifeStep[];
  missing: { people: number; manager: boolean };
};

const tones = {
  submitted: 'quiet',
  approved: 'accent',
  returned: 'bad',
  signed: 'good',
  renewed: 'good',
  terminated: 'bad',
} as const;

/** Who moved the contract on and why, the latest first, and whose approval it waits for. */
export function LifeSection({ state, steps, missing }: Props) {
  const { t } = useTranslation();
  if (steps.length === 0) return null;
  return (
    <Section title={t('contracts:life.steps')}>
      {state === 'review' && (
        <Callout>
          {t('contracts:life.needs', { count: missing.people })}{' '}
          {missing.manager && t('contracts:life.needsManager')}
        </Callout>
      )}
      {state === 'approved' && <Callout>{t('contracts:life.nowApproved')}</Callout>}
      <Timeline
        items={[...steps].reverse().map(({ sequence, step, personName, remarks, at }) => ({
          key: sequence,
          at,
          who: personName,
          tone: tones[step],
          title: t(`contracts:life.step.${step}`),
          children: remarks,
        }))}
      />
    </Section>
  );
}
