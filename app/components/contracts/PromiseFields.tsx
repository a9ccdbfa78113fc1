import { useTranslation } from 'react-i18next';
import { OPERATORS } from '~/contracts/sla-vocabulary';
import type { FormValues } from '~/shared/form-values';
import { FieldRow, FormSection } from '../form/EditForm';
import { NumberField, SelectField } from '../form/fields';
import { useFormat } from '../use-format';
import { choicesOf, textOf, type TermChoices } from './term-choices';
import classes from './contracts.module.css';

type Props = {
  choices: TermChoices;
  initial: FormValues;
  /** KPI and scope stay as they are. */
  fixed: boolean;
  unit: string | null;
};

/** What is measured, of what, and what was promised. */
export function PromiseFields({ choices, initial, fixed, unit }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const ofUnit = unit === null ? {} : { unit: format.unit(unit) };
  return (
    <>
      <MeasuredFields choices={choices} initial={initial} fixed={fixed} />
      <FormSection title={t('contracts:form.promise')} help={t('contracts:form.promiseHelp')}>
        <FieldRow>
          <SelectField
            name="operator"
            label={t('contracts:form.operator')}
            initial={textOf(initial, 'operator')}
            choices={OPERATORS.map((value) => ({ value, label: t(`common:operator.${value}`) }))}
            optional
          />
          <NumberField
            name="target"
            label={t('common:column.target')}
            initial={textOf(initial, 'target')}
            {...ofUnit}
          />
          <NumberField
            name="warn_at"
            label={t('common:column.warnAt')}
            initial={textOf(initial, 'warn_at')}
            optional
            {...ofUnit}
          />
        </FieldRow>
      </FormSection>
    </>
  );
}

/** Which KPI, of which service, in which market. */
function MeasuredFields({ choices, initial, fixed }: Omit<Props, 'unit'>) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const select = (name: string, label: string, from: TermChoices['services'], help?: string) => (
    <SelectField
      name={name}
      label={label}
      initial={textOf(initial, name)}
      choices={choicesOf(from, locale)}
      optional={name !== 'kpi'}
      {...(help !== undefined && { help })}
    />
  );
  return (
    <FormSection title={t('contracts:form.what')}>
      {fixed ? (
        <>
          {['kpi', 'scope.service', 'scope.market'].map((name) => (
            <input key={name} type="hidden" name={name} value={textOf(initial, name)} />
          ))}
          <p className={classes.quiet}>{t('contracts:form.fixed')}</p>
        </>
      ) : (
        <>
          {select('kpi', t('common:column.kpi'), choices.kpis)}
          <FieldRow>
            {select(
              'scope.service',
              t('common:column.service'),
              choices.services,
              t('contracts:form.serviceHelp'),
            )}
            {select(
              'scope.market',
              t('common:column.market'),
              choices.markets,
              t('contracts:form.marketHelp'),
            )}
          </FieldRow>
        </>
      )}
    </FormSection>
  );
}
