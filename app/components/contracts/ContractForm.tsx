import { useTranslation } from 'react-i18next';
import { renewals } from '~/contracts/contract';
import type { FormValues } from '~/shared/form-values';
import { CURRENCIES } from '~/shared/money';
import type { Refused } from '~/shared/outcome';
import { ButtonLink, SubmitButton } from '../form/buttons';
import { CheckboxesField, CheckboxField, RadioField } from '../form/choices';
import { DateField } from '../form/dates';
import { EditForm, FieldRow, FormActions, FormSection } from '../form/EditForm';
import { NumberField, PercentField, SelectField, TextAreaField, TextField } from '../form/fields';
import { useFormat } from '../use-format';
import { choicesOf, textOf } from './term-choices';

type Named = { code: string; nameEn: string; nameZh: string };

type Props = {
  vendors: readonly { code: string; name: string }[];
  services: readonly Named[];
  timeZones: readonly string[];
  initial: FormValues;
  refusal?: Refused | null | undefined;
  values?: FormValues | null | undefined;
  /** A stored contract, whose vendor stays. */
  isStored: boolean;
  back: string;
};

/** A contract beside its terms: with whom, for what and how long, for how much, and when it reports. */
export function ContractForm({ refusal, values, isStored, back, ...props }: Props) {
  const { t } = useTranslation();
  return (
    <EditForm refusal={refusal} values={values}>
      <PartyFields {...props} isStored={isStored} />
      <MoneyFields initial={props.initial} />
      <ReportFields initial={props.initial} timeZones={props.timeZones} />
      {!isStored && (
        <RadioField
          name="state"
          label={t('contracts:form.state')}
          initial="active"
          choices={[
            {
              value: 'active',
              label: t('contracts:form.stateActive'),
              help: t('contracts:form.stateActiveHelp'),
            },
            {
              value: 'draft',
              label: t('common:contractState.draft'),
              help: t('contracts:form.stateDraftHelp'),
            },
          ]}
        />
      )}
      <FormActions>
        <SubmitButton>{t(isStored ? 'contracts:form.save' : 'contracts:form.create')}</SubmitButton>
        <ButtonLink href={back}>{t('common:action.cancel')}</ButtonLink>
      </FormActions>
    </EditForm>
  );
}

type PartyProps = Pick<Props, 'vendors' | 'services' | 'initial' | 'isStored'>;

function PartyFields({ vendors, services, initial, isStored }: PartyProps) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const chosen = initial['services'] ?? [];
  return (
    <>
      <FormSection title={t('contracts:form.party')}>
        {isStored ? (
          <input type="hidden" name="vendor" value={textOf(initial, 'vendor')} />
        ) : (
          <SelectField
            name="vendor"
            label={t('common:column.vendor')}
            initial={textOf(initial, 'vendor')}
            choices={vendors.map(({ code, name }) => ({ value: code, label: `${name} · ${code}` }))}
          />
        )}
        <FieldRow>
          <TextField
            name="number"
            label={t('common:column.number')}
            initial={textOf(initial, 'number')}
            maxLength={100}
          />
          <TextField
            name="title"
            label={t('contracts:field.title')}
            initial={textOf(initial, 'title')}
            maxLength={200}
          />
        </FieldRow>
        <CheckboxesField
          name="services"
          label={t('contracts:field.services')}
          initial={Array.isArray(chosen) ? chosen : [chosen]}
          choices={choicesOf(services, locale)}
          optional
        />
        <TextField
          name="markets"
          label={t('contracts:field.markets')}
          help={t('contracts:form.marketsHelp')}
          initial={textOf(initial, 'markets')}
          spellCheck={false}
          optional
        />
      </FormSection>
      <FormSection title={t('contracts:form.time')}>
        <FieldRow>
          <DateField
            name="starts"
            label={t('common:column.starts')}
            initial={textOf(initial, 'starts')}
          />
          <DateField
            name="ends"
            label={t('common:column.ends')}
            initial={textOf(initial, 'ends')}
            help={t('contracts:form.endsHelp')}
            optional
          />
        </FieldRow>
        <FieldRow>
          <SelectField
            name="renewal"
            label={t('contracts:field.renewal')}
            initial={textOf(initial, 'renewal') || 'none'}
            choices={renewals.map((value) => ({ value, label: t(`contracts:renewal.${value}`) }))}
          />
          <NumberField
            name="notice_days"
            label={t('contracts:field.noticeDays')}
            initial={textOf(initial, 'notice_days')}
            optional
          />
        </FieldRow>
      </FormSection>
    </>
  );
}

function MoneyFields({ initial }: { initial: FormValues }) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('contracts:page.money')} help={t('contracts:form.moneyHelp')}>
      <FieldRow>
        <SelectField
          name="currency"
          label={t('common:column.currency')}
          initial={textOf(initial, 'currency')}
          choices={CURRENCIES.map((value) => ({ value, label: value }))}
        />
        <NumberField
          name="fee"
          label={t('contracts:monthlyFee')}
          initial={textOf(initial, 'fee')}
          optional
        />
      </FieldRow>
      <TextAreaField
        name="fees"
        label={t('contracts:page.fees')}
        help={t('contracts:form.feesHelp')}
        initial={textOf(initial, 'fees')}
        rows={3}
        placeholder={'2023-01 2023-12 100000.00'}
        monospace
        optional
      />
      <FieldRow>
        <PercentField
          name="credit_cap_percent"
          label={t('contracts:field.cap')}
          help={t('contracts:form.capHelp')}
          initial={textOf(initial, 'credit_cap_percent')}
          optional
        />
        <NumberField
          name="credit_minimum"
          label={t('contracts:field.minimum')}
          help={t('contracts:form.minimumHelp')}
          initial={textOf(initial, 'credit_minimum')}
          optional
        />
        <PercentField
          name="at_risk_percent"
          label={t('contracts:field.atRisk')}
          help={t('contracts:form.atRiskHelp')}
          initial={textOf(initial, 'at_risk_percent')}
          optional
        />
      </FieldRow>
      <TextAreaField
        name="points_table"
        label={t('contracts:field.pointsTable')}
        help={t('contracts:form.pointsHelp')}
        initial={textOf(initial, 'points_table')}
        rows={3}
        placeholder={'10 2'}
        monospace
        optional
      />
    </FormSection>
  );
}

type ReportProps = { initial: FormValues; timeZones: readonly string[] };

function ReportFields({ initial, timeZones }: ReportProps) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('contracts:page.reporting')}>
      <FieldRow>
        <SelectField
          name="report_due.kind"
          label={t('contracts:field.due')}
          initial={textOf(initial, 'report_due.kind') || 'none'}
          help={t('contracts:form.dueHelp')}
          choices={[
            { value: 'day', label: t('contracts:form.dueDay') },
            { value: 'business_day', label: t('contracts:form.dueBusinessDay') },
            { value: 'none', label: t('contracts:due.none') },
          ]}
        />
        <NumberField
          name="report_due.day"
          label={t('contracts:form.dueNumber')}
          initial={textOf(initial, 'report_due.day')}
          help={t('contracts:form.dueNumberHelp')}
          optional
        />
        <NumberField
          name="report_due.grace_days"
          label={t('contracts:field.grace')}
          initial={textOf(initial, 'report_due.grace_days')}
          help={t('contracts:form.graceHelp')}
          optional
        />
      </FieldRow>
      <TextField
        name="time_zone"
        label={t('contracts:field.timeZone')}
        help={t('contracts:form.timeZoneHelp')}
        initial={textOf(initial, 'time_zone') || 'UTC'}
        list="time-zones"
        width="medium"
        spellCheck={false}
      />
      <datalist id="time-zones">
        {timeZones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <CheckboxField
        name="accepts_alone"
        label={t('contracts:field.acceptsAlone')}
        help={t('contracts:form.acceptsAloneHelp')}
        initial={textOf(initial, 'accepts_alone') === 'on'}
      />
    </FormSection>
  );
}
