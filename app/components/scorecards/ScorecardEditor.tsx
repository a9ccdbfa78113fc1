import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assessmentResults } from '~/onboarding/assessment';
import { weightTotal, type Band, type Dimension, type Scorecard } from '~/onboarding/scorecard';
import type { Refused } from '~/shared/outcome';
import { SubmitButton } from '../form/buttons';
import { EditForm, FieldRow, FormActions, FormSection } from '../form/EditForm';
import { NumberField, PercentField, SelectField } from '../form/fields';
import { CriterionFields, WordsFields } from './CriterionFields';
import { DoButton } from './DoButton';
import classes from './scorecards.module.css';

type Props = { card: Scorecard; refusal: Refused | undefined };

/** A draft to write: dimensions, criteria and bands, with the totals of their weights as they are typed. */
export function ScorecardEditor({ card, refusal }: Props) {
  const { t } = useTranslation();
  return (
    <EditForm refusal={refusal} wide>
      {/* Enter in a field saves: a form's first button is the one it presses. */}
      <button type="submit" name="do" value="save" className="visually-hidden" tabIndex={-1}>
        {t('assessments:scorecards.saveDraft')}
      </button>
      <FormSection title={t('assessments:scorecards.about')}>
        <WordsFields path="name" label={t('common:column.name')} words={card.name} />
        <WordsFields
          path="about"
          label={t('assessments:scorecards.aboutField')}
          words={card.about}
          optional
        />
        <FieldRow>
          <PercentField
            name="minimumAnswered"
            label={t('assessments:scorecards.minimumAnswered')}
            help={t('assessments:scorecards.minimumAnsweredHelp')}
            initial={card.minimumAnswered}
          />
          <PercentField
            name="differenceLimit"
            label={t('assessments:scorecards.differenceLimit')}
            help={t('assessments:scorecards.differenceLimitHelp')}
            initial={card.differenceLimit}
          />
        </FieldRow>
      </FormSection>
      <LiveTotal list="dimensions" parts={card.dimensions} />
      {card.dimensions.map((dimension, index) => (
        <DimensionFields key={dimension.key} dimension={dimension} index={index} />
      ))}
      <p>
        <DoButton value="add_dimension">{t('assessments:scorecards.addDimension')}</DoButton>
      </p>
      <FormSection
        title={t('assessments:scorecards.bands')}
        help={t('assessments:scorecards.bandsHelp')}
      >
        {card.bands.map((band, index) => (
          <BandFields key={index} band={band} index={index} />
        ))}
        <p>
          <DoButton value="add_band">{t('assessments:scorecards.addBand')}</DoButton>
        </p>
      </FormSection>
      <FormActions>
        <SubmitButton name="do" value="save">
          {t('assessments:scorecards.saveDraft')}
        </SubmitButton>
        <DoButton value="publish">{t('assessments:scorecards.publish')}</DoButton>
      </FormActions>
    </EditForm>
  );
}

function DimensionFields({ dimension, index }: { dimension: Dimension; index: number }) {
  const { t } = useTranslation();
  const path = `dimensions[${index}]`;
  const number = index + 1;
  return (
    <FormSection title={t('assessments:scorecards.dimensionNumber', { number })}>
      <input type="hidden" name={`${path}.key`} value={dimension.key} />
      <WordsFields path={`${path}.name`} label={t('common:column.name')} words={dimension.name} />
      <PercentField
        name={`${path}.weight`}
        label={t('assessments:scorecards.weight')}
        initial={dimension.weight}
      />
      <LiveTotal list={`${path}.criteria`} parts={dimension.criteria} />
      {dimension.criteria.map((criterion, place) => (
        <div key={criterion.key} className={classes.part}>
          <CriterionFields
            criterion={criterion}
            path={`${path}.criteria[${place}]`}
            number={place + 1}
          />
          <DoButton value={`remove_criterion:${index}:${place}`}>
            {t('assessments:scorecards.removeCriterion', { number: place + 1 })}
          </DoButton>
        </div>
      ))}
      <p>
        <DoButton value={`add_criterion:${index}`}>
          {t('assessments:scorecards.addCriterion')}
        </DoButton>{' '}
        <DoButton value={`remove_dimension:${index}`}>
          {t('assessments:scorecards.removeDimension', { number })}
        </DoButton>
      </p>
    </FormSection>
  );
}

function BandFields({ band, index }: { band: Band; index: number }) {
  const { t } = useTranslation();
  const path = `bands[${index}]`;
  return (
    <div className={classes.part}>
      <FieldRow>
        <NumberField
          name={`${path}.from`}
          label={t('assessments:scorecards.bandFrom')}
          initial={band.from}
        />
        <SelectField
          name={`${path}.result`}
          label={t('common:column.result')}
          initial={band.result}
          choices={assessmentResults.map((value) => ({
            value,
            label: t(`vendors:assessment.results.${value}`),
          }))}
        />
      </FieldRow>
      <WordsFields
        path={`${path}.entails`}
        label={t('assessments:scorecards.entails')}
        words={band.entails}
        optional
      />
      <DoButton value={`remove_band:${index}`}>
        {t('assessments:scorecards.removeBand', { number: index + 1 })}
      </DoButton>
    </div>
  );
}

type TotalProps = { list: string; parts: readonly { weight: string }[] };

/** The total of the weights of one list, as they are typed: exactly 100 or not. */
function LiveTotal({ list, parts }: TotalProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLParagraphElement>(null);
  const [total, setTotal] = useState(weightTotal(parts));
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const reckon = () => {
      const weights = [...new FormData(form)].flatMap(([name, value]) =>
        name.startsWith(`${list}[`) &&
        /^\[\d+\]\.weight$/.test(name.slice(list.length)) &&
        typeof value === 'string'
          ? [{ weight: value.trim().replace(',', '.') }]
          : [],
      );
      setTotal(weightTotal(weights));
    };
    reckon();
    form.addEventListener('input', reckon);
    return () => form.removeEventListener('input', reckon);
  }, [list, parts]);
  return (
    <p ref={place} className={classes.total} aria-live="polite">
      {t(total === '100' ? 'assessments:scorecards.totalRight' : 'assessments:scorecards.total', {
        total,
      })}
    </p>
  );
}
