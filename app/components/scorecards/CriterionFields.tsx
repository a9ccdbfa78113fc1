import { useTranslation } from 'react-i18next';
import type { Criterion, Words } from '~/onboarding/scorecard';
import { levelLines } from '~/onboarding/scorecard-form';
import { CheckboxField } from '../form/choices';
import { FieldRow } from '../form/EditForm';
import { NumberField, PercentField, TextAreaField, TextField } from '../form/fields';

type WordsProps = { path: string; label: string; words: Words; optional?: boolean };

/** One thing said in both languages. */
export function WordsFields({ path, label, words, optional = false }: WordsProps) {
  const { t } = useTranslation();
  return (
    <FieldRow>
      <TextField
        name={`${path}.en`}
        label={t('assessments:scorecards.inEnglish', { label })}
        initial={words.en}
        optional={optional}
      />
      <TextField
        name={`${path}.zh`}
        label={t('assessments:scorecards.inChinese', { label })}
        initial={words.zh}
        optional={optional}
      />
    </FieldRow>
  );
}

type Props = { criterion: Criterion; path: string; number: number };

/** A criterion: what is judged, by how much, on which described levels. */
export function CriterionFields({ criterion, path, number }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <input type="hidden" name={`${path}.key`} value={criterion.key} />
      <WordsFields
        path={`${path}.name`}
        label={t('assessments:scorecards.criterionNumber', { number })}
        words={criterion.name}
      />
      <FieldRow>
        <PercentField
          name={`${path}.weight`}
          label={t('assessments:scorecards.weight')}
          initial={criterion.weight}
        />
        <NumberField
          name={`${path}.knockOut`}
          label={t('assessments:scorecards.knockOut')}
          help={t('assessments:scorecards.knockOutHelp')}
          optional
          initial={criterion.knockOut}
        />
      </FieldRow>
      <TextAreaField
        name={`${path}.levels`}
        label={t('assessments:scorecards.levels')}
        help={t('assessments:scorecards.levelsHelp')}
        rows={Math.max(5, criterion.levels.length)}
        initial={levelLines(criterion.levels)}
      />
      <CheckboxField
        name={`${path}.free`}
        label={t('assessments:scorecards.free')}
        initial={criterion.free}
      />
      <WordsFields
        path={`${path}.guidance`}
        label={t('assessments:scorecards.guidance')}
        words={criterion.guidance}
        optional
      />
      <WordsFields
        path={`${path}.evidence`}
        label={t('assessments:scorecards.evidence')}
        words={criterion.evidence}
        optional
      />
    </>
  );
}
