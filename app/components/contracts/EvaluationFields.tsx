import { useTranslation } from 'react-i18next';
import { AGGREGATES, READING_SOURCES } from '~/contracts/sla-vocabulary';
import type { FormValues } from '~/shared/form-values';
import type { Refused } from '~/shared/outcome';
import { FieldRow } from '../form/EditForm';
import { CheckboxField } from '../form/choices';
import { NumberField, SelectField } from '../form/fields';
import { textOf } from './term-choices';
import classes from './contracts.module.css';

const FOLDED = /^(window|aggregate|min_sample|round_to|earn_back|critical|sources)/;

type Props = { initial: FormValues; refusal?: Refused | null | undefined };

/** How a period's value comes about: folded, since the defaults fit most terms. */
export function EvaluationFields({ initial, refusal }: Props) {
  const { t } = useTranslation();
  const isWrong = refusal?.fields?.some(({ field = '' }) => FOLDED.test(field)) ?? false;
  return (
    <details className={classes.folded} open={isWrong}>
      <summary>{t('contracts:form.how')}</summary>
      <div className={classes.stack}>
        <WindowFields initial={initial} />
        <SampleFields initial={initial} />
        <CheckboxField
          name="critical"
          label={t('contracts:form.critical')}
          help={t('contracts:form.criticalHelp')}
          initial={textOf(initial, 'critical') === 'on'}
        />
        <SourceFields initial={initial} />
      </div>
    </details>
  );
}

/** Over how many months a value is formed, and how from several. */
function WindowFields({ initial }: Pick<Props, 'initial'>) {
  const { t } = useTranslation();
  return (
    <FieldRow>
      <SelectField
        name="window.kind"
        label={t('contracts:part.window')}
        initial={textOf(initial, 'window.kind') || 'calendar'}
        help={t('contracts:form.windowHelp')}
        choices={[
          { value: 'calendar', label: t('contracts:form.calendar') },
          { value: 'rolling', label: t('contracts:form.rolling') },
        ]}
      />
      <NumberField
        name="window.months"
        label={t('contracts:form.months')}
        initial={textOf(initial, 'window.months') || '1'}
        help={t('contracts:form.monthsHelp')}
      />
      <SelectField
        name="aggregate"
        label={t('contracts:part.aggregate')}
        initial={textOf(initial, 'aggregate') || 'weighted_mean'}
        help={t('contracts:form.aggregateHelp')}
        choices={AGGREGATES.map((value) => ({
          value,
          label: t(`contracts:aggregate.${value}`),
        }))}
      />
    </FieldRow>
  );
}

/** From how many observations on it counts, how it is rounded, and when a credit is earned back. */
function SampleFields({ initial }: Pick<Props, 'initial'>) {
  const { t } = useTranslation();
  return (
    <FieldRow>
      <NumberField
        name="min_sample"
        label={t('contracts:part.minSample')}
        initial={textOf(initial, 'min_sample')}
        help={t('contracts:form.sampleHelp')}
        optional
      />
      <NumberField
        name="round_to"
        label={t('contracts:part.roundTo')}
        initial={textOf(initial, 'round_to')}
        help={t('contracts:form.roundHelp')}
        optional
      />
      <NumberField
        name="earn_back.periods"
        label={t('contracts:part.earnBack')}
        initial={textOf(initial, 'earn_back.periods')}
        help={t('contracts:form.earnBackHelp')}
        optional
      />
    </FieldRow>
  );
}

/** Which source goes before which. */
function SourceFields({ initial }: Pick<Props, 'initial'>) {
  const { t } = useTranslation();
  const sources = READING_SOURCES.map((value) => ({ value, label: t(`common:source.${value}`) }));
  return (
    <div>
      <p className={classes.quiet}>{t('contracts:form.sourcesHelp')}</p>
      <div className={classes.ranked}>
        {READING_SOURCES.map((source, index) => (
          <SelectField
            key={source}
            name={`sources.${index}`}
            label={t('contracts:form.rank', { rank: index + 1 })}
            initial={
              initial['sources.0'] === undefined ? source : textOf(initial, `sources.${index}`)
            }
            choices={sources}
            optional
          />
        ))}
      </div>
    </div>
  );
}
