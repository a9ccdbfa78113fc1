import { useTranslation } from 'react-i18next';
import type { Criterion } from '~/onboarding/scorecard';
import { RadioField } from '../form/choices';
import { NumberField, TextAreaField } from '../form/fields';
import { useSay } from './use-say';

type Props = {
  criterion: Criterion;
  given: { points: string | null; note: string | null } | undefined;
};

/** One criterion to score: its levels as described, or a figure on a free scale, or left unanswered; and why. */
export function ScoreFields({ criterion, given }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const { key, name, weight, levels, free, guidance, evidence } = criterion;
  const label = t('assessments:dimension', { name: say(name), weight });
  const help = [
    say(guidance),
    say(evidence) && t('assessments:scorecards.evidenceIs', { evidence: say(evidence) }),
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <>
      {free ? (
        <NumberField
          name={`points.${key}`}
          label={label}
          help={`${help} ${levels.map(({ points, name: level }) => `${points}: ${say(level)}`).join(' · ')}`}
          optional
          initial={given?.points ?? null}
        />
      ) : (
        <RadioField
          name={`points.${key}`}
          label={label}
          help={help || undefined}
          optional
          initial={given?.points ?? null}
          choices={[
            ...levels.map(({ points, name: level }) => ({
              value: points,
              label: `${points} · ${say(level)}`,
            })),
            { value: '', label: t('assessments:leaveOut') },
          ]}
        />
      )}
      <TextAreaField
        name={`note.${key}`}
        label={t('assessments:note')}
        rows={2}
        optional
        initial={given?.note ?? null}
      />
    </>
  );
}
