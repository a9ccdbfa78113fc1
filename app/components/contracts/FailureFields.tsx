import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { readSlaTerm } from '~/contracts/sla-term';
import { refusalOfForm, type BandRow } from '~/contracts/term-form';
import {
  CREDIT_METHODS,
  higherIsBetter,
  type Operator,
  SEVERITIES,
} from '~/contracts/sla-vocabulary';
import type { FormValues } from '~/shared/form-values';
import { FieldRow, FormSection } from '../form/EditForm';
import { NumberField, PercentField, SelectField } from '../form/fields';
import { useReason } from '../use-reason';
import { BandEditor } from './BandEditor';
import { TermLine } from './TermLine';
import { textOf } from './term-choices';
import classes from './contracts.module.css';

type Props = {
  rows: readonly BandRow[];
  onRows: (rows: BandRow[]) => void;
  operator: Operator;
  target: string | null;
  /** The term's document as typed. */
  document: Record<string, unknown>;
  unit: string | null;
  initial: FormValues;
  method: string;
};

/** What counts as a failure, how grave it is, what it costs, and what repeated ones do. */
export function FailureFields(props: Props) {
  const { rows, onRows, operator, target, unit, initial, method } = props;
  const { t } = useTranslation();
  const down = higherIsBetter(operator);
  return (
    <>
      <FormSection title={t('contracts:form.bands')} help={t('contracts:form.bandsHelp')}>
        <LiveLine {...props} />
        <BandEditor rows={rows} onRows={onRows} down={down} target={target} unit={unit} />
        <FieldRow>
          <SelectField
            name="missing"
            label={t('contracts:part.missing')}
            initial={textOf(initial, 'missing') || 'serious'}
            help={t('contracts:form.missingHelp')}
            choices={[
              ...SEVERITIES.map((value) => ({
                value,
                label: t('contracts:words.countsAs', { severity: t(`common:severity.${value}`) }),
              })),
              { value: 'ignore', label: t('contracts:words.waits') },
            ]}
          />
        </FieldRow>
      </FormSection>
      <FormSection title={t('contracts:form.credit')}>
        <SelectField
          name="credit.method"
          label={t('contracts:form.method')}
          initial={textOf(initial, 'credit.method') || 'none'}
          choices={CREDIT_METHODS.map((value) => ({
            value,
            label: t(`contracts:methodLong.${value}`),
          }))}
        />
        <PoolFields initial={initial} isPool={method === 'pool'} />
      </FormSection>
      <RepeatFields initial={initial} />
    </>
  );
}

/** The bands on a line as they are typed, or what stands against drawing them. */
function LiveLine({ document, operator, target, unit }: Props) {
  const { t } = useTranslation();
  const words = useReason();
  if (target === null) return null;
  const { warn_at, bands } = document;
  const read = readSlaTerm({ kpi: '-', operator, target, warn_at, bands });
  const isMilder = operator === 'gte' || operator === 'lte';
  return (
    <div className={classes.live}>
      {read.ok ? (
        <TermLine term={read.value} unit={unit} />
      ) : (
        <p role="status">{words(refusalOfForm(read, operator).reason)}</p>
      )}
      <p className={classes.hint}>
        {t(isMilder ? 'contracts:form.boundaryMilder' : 'contracts:form.boundaryHarsher')}
      </p>
    </div>
  );
}

/** The shares of a pool; without script always in sight, else only where they count. */
function PoolFields({ initial, isPool }: { initial: FormValues; isPool: boolean }) {
  const { t } = useTranslation();
  const hasScript = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  if (hasScript && !isPool) return null;
  return (
    <FieldRow>
      <PercentField
        name="credit.pool_percent"
        label={t('contracts:form.pool')}
        help={t('contracts:form.poolHelp')}
        initial={textOf(initial, 'credit.pool_percent')}
        optional={!isPool}
      />
      <PercentField
        name="credit.allocation_percent"
        label={t('contracts:form.allocation')}
        help={t('contracts:form.allocationHelp')}
        initial={textOf(initial, 'credit.allocation_percent')}
        optional={!isPool}
      />
    </FieldRow>
  );
}

/** How often it must fail before more is due, and how much more. */
function RepeatFields({ initial }: Pick<Props, 'initial'>) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('contracts:form.repeat')} help={t('contracts:form.repeatHelp')}>
      <FieldRow>
        <NumberField
          name="repeat.consecutive"
          label={t('contracts:form.consecutive')}
          initial={textOf(initial, 'repeat.consecutive')}
          optional
        />
        <NumberField
          name="repeat.multiplier"
          label={t('contracts:form.multiplier')}
          initial={textOf(initial, 'repeat.multiplier')}
          unit="×"
          optional
        />
      </FieldRow>
      <FieldRow>
        <NumberField
          name="repeat.n_of_m.0"
          label={t('contracts:form.n')}
          initial={textOf(initial, 'repeat.n_of_m.0')}
          optional
        />
        <NumberField
          name="repeat.n_of_m.1"
          label={t('contracts:form.m')}
          initial={textOf(initial, 'repeat.n_of_m.1')}
          optional
        />
      </FieldRow>
    </FormSection>
  );
}
