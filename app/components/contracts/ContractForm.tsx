import { useTranslation } from 'react-i18next';
import { renewals } from '~/contracts/contract';
import type { FormValues } from '~/shared/form-values';
import type { Refused } from '~/shared/outcome';
import type { VendorStatus } from '~/vendors/vendor';
import { ButtonLink, SubmitButton } from '../form/buttons';
import { CheckboxesField } from '../form/choices';
import { DateField } from '../form/dates';
import { EditForm, FieldRow, FormActions, FormSection } from '../form/EditForm';
import { NumberField, SelectField, TextAreaField, TextField } from '../form/fields';
import { useFormat } from '../use-format';
import { LawFields, NoticeFields } from './ContractDetailFields';
import { MoneyFields, ReportFields } from './ContractMoneyFields';
import { PriceFields } from './PriceFields';
import { choicesOf, textOf } from './term-choices';

type Named = { code: string; nameEn: string; nameZh: string };

type Props = {
  vendors: readonly { code: string; name: string; status: VendorStatus }[];
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
      <TimeFields initial={props.initial} />
      <PriceFields initial={props.initial} />
      <MoneyFields initial={props.initial} />
      <ReportFields initial={props.initial} timeZones={props.timeZones} />
      <LawFields initial={props.initial} />
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
    <FormSection title={t('contracts:form.party')}>
      {isStored ? (
        <input type="hidden" name="vendor" value={textOf(initial, 'vendor')} />
      ) : (
        <SelectField
          name="vendor"
          label={t('common:column.vendor')}
          initial={textOf(initial, 'vendor')}
          help={t('contracts:form.vendorHelp')}
          choices={vendors.map(({ code, name, status }) => ({
            value: code,
            label: `${name} · ${code} · ${t(`common:vendorState.${status}`)}`,
          }))}
        />
      )}
      <NameFields initial={initial} />
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
      <TextAreaField
        name="scope_text"
        label={t('contracts:field.scopeText')}
        help={t('contracts:form.scopeTextHelp')}
        initial={textOf(initial, 'scope_text')}
        rows={3}
        optional
      />
    </FormSection>
  );
}

function TimeFields({ initial }: Pick<Props, 'initial'>) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('contracts:form.time')}>
      <FieldRow>
        <DateField
          name="starts"
          label={t('common:column.starts')}
          initial={textOf(initial, 'starts')}
        />
        <NumberField
          name="initial_months"
          label={t('contracts:field.initialMonths')}
          help={t('contracts:form.initialMonthsHelp')}
          initial={textOf(initial, 'initial_months')}
          unit={t('contracts:form.unitMonths')}
          optional
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
          name="renewal_months"
          label={t('contracts:field.renewalMonths')}
          help={t('contracts:form.renewalMonthsHelp')}
          initial={textOf(initial, 'renewal_months')}
          unit={t('contracts:form.unitMonths')}
          optional
        />
      </FieldRow>
      <NoticeFields initial={initial} />
    </FormSection>
  );
}

/** The number and title by which both sides know it, and who signs. */
function NameFields({ initial }: Pick<Props, 'initial'>) {
  const { t } = useTranslation();
  return (
    <>
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
      <FieldRow>
        <TextField
          name="our_entity"
          label={t('contracts:field.ourEntity')}
          initial={textOf(initial, 'our_entity')}
          maxLength={200}
          optional
        />
        <TextField
          name="vendor_entity"
          label={t('contracts:field.vendorEntity')}
          initial={textOf(initial, 'vendor_entity')}
          maxLength={200}
          optional
        />
      </FieldRow>
    </>
  );
}
