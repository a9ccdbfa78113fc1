import { useTranslation } from 'react-i18next';
import type { settingsFormValues } from '~/settings/settings-form';
import type { FormValues } from '~/shared/form-values';
import type { Refused } from '~/shared/outcome';
import { SubmitButton } from '../form/buttons';
import { EditForm, FieldRow, FormActions, FormSection } from '../form/EditForm';
import { NumberField, PercentField, TextField } from '../form/fields';
import { TimeZoneField } from '../people/TimeZoneField';

type Values = { initial: ReturnType<typeof settingsFormValues> };

type Props = Values & {
  zones: readonly string[];
  answer: { refusal?: Refused | null; values?: FormValues | null } | undefined;
};

const weights = [
  ['performance', 'readiness', 'assessment'],
  ['switch_time', 'price', 'risk'],
] as const;

/** The settings to change, a section for each matter that they steer. */
export function SettingsForm({ initial, zones, answer }: Props) {
  const { t } = useTranslation();
  return (
    <EditForm refusal={answer?.refusal} values={answer?.values}>
      <HouseFields initial={initial} zones={zones} />
      <RankingFields initial={initial} />
      <DecisionFields initial={initial} />
      <FileLimitFields initial={initial} />
      <ApiFields initial={initial} />
      <RetentionFields initial={initial} />
      <VendorFields initial={initial} />
      <FormActions>
        <SubmitButton>{t('settings:save')}</SubmitButton>
      </FormActions>
    </EditForm>
  );
}

function HouseFields({ initial, zones }: Omit<Props, 'answer'>) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('settings:house.title')}>
      <TextField
        name="portal_address"
        label={t('settings:house.portal_address')}
        help={t('settings:house.portal_addressHelp')}
        initial={initial.portal_address}
        inputMode="url"
        spellCheck={false}
      />
      <TextField
        name="house_currency"
        label={t('settings:house.house_currency')}
        help={t('settings:house.house_currencyHelp')}
        initial={initial.house_currency}
        width="short"
        maxLength={3}
        spellCheck={false}
      />
      <TimeZoneField
        name="time_zone"
        label={t('settings:house.time_zone')}
        help={t('settings:house.time_zoneHelp')}
        zones={zones}
        initial={initial.time_zone}
      />
    </FormSection>
  );
}

function RankingFields({ initial }: Values) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('settings:ranking.title')} help={t('settings:ranking.help')}>
      {weights.map((row) => (
        <FieldRow key={row[0]}>
          {row.map((name) => (
            <NumberField
              key={name}
              name={name}
              label={t(`settings:ranking.${name}`)}
              initial={initial[name]}
              unit={t('settings:ranking.points')}
            />
          ))}
        </FieldRow>
      ))}
    </FormSection>
  );
}

/** Who signs for how much, how far a standard may be bent, and from where a vendor counts as good. */
function DecisionFields({ initial }: Values) {
  const { t } = useTranslation();
  return (
    <>
      <FormSection title={t('settings:approval.title')} help={t('settings:approval.help')}>
        <FieldRow>
          {(['oneBelow', 'managerFrom'] as const).map((name) => (
            <NumberField
              key={name}
              name={name}
              label={t(`settings:approval.${name}`)}
              initial={initial[name]}
              unit={initial.house_currency}
            />
          ))}
        </FieldRow>
      </FormSection>
      <FormSection title={t('settings:standards.title')}>
        <PercentField
          name="standard_local_share"
          label={t('settings:standards.share')}
          help={t('settings:standards.shareHelp')}
          initial={initial.standard_local_share}
        />
      </FormSection>
      <FormSection title={t('settings:rating.title')} help={t('settings:rating.help')}>
        <FieldRow>
          {(['ratingApproaching', 'ratingImprove'] as const).map((name) => (
            <PercentField
              key={name}
              name={name}
              label={t(`settings:rating.${name}`)}
              initial={initial[name]}
            />
          ))}
        </FieldRow>
      </FormSection>
    </>
  );
}

function FileLimitFields({ initial }: Values) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('settings:limits.title')} help={t('settings:limits.help')}>
      <FieldRow>
        {(['fileMegabytes', 'unpackedMegabytes'] as const).map((name) => (
          <NumberField
            key={name}
            name={name}
            label={t(`settings:limits.${name}`)}
            initial={initial[name]}
            unit={t('settings:limits.megabytes')}
          />
        ))}
      </FieldRow>
      <FieldRow>
        {(['rows', 'columns', 'findings'] as const).map((name) => (
          <NumberField
            key={name}
            name={name}
            label={t(`settings:limits.${name}`)}
            initial={initial[name]}
          />
        ))}
      </FieldRow>
    </FormSection>
  );
}

function ApiFields({ initial }: Values) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('settings:api.title')}>
      <FieldRow>
        <NumberField
          name="requestsPerMinute"
          label={t('settings:api.requestsPerMinute')}
          help={t('settings:api.requestsPerMinuteHelp')}
          initial={initial.requestsPerMinute}
        />
        <NumberField
          name="bodyMegabytes"
          label={t('settings:api.bodyMegabytes')}
          help={t('settings:api.bodyMegabytesHelp')}
          initial={initial.bodyMegabytes}
          unit={t('settings:limits.megabytes')}
        />
      </FieldRow>
    </FormSection>
  );
}

function RetentionFields({ initial }: Values) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('settings:retention.title')} help={t('settings:retention.help')}>
      <FieldRow>
        {(['letterDays', 'sessionDays', 'attemptDays'] as const).map((name) => (
          <NumberField
            key={name}
            name={name}
            label={t(`settings:retention.${name}`)}
            initial={initial[name]}
            unit={t('settings:vendors.days')}
          />
        ))}
      </FieldRow>
    </FormSection>
  );
}

function VendorFields({ initial }: Values) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('settings:vendors.title')}>
      <FieldRow>
        <NumberField
          name="invitation_days"
          label={t('settings:vendors.invitation_days')}
          help={t('settings:vendors.invitation_daysHelp')}
          initial={initial.invitation_days}
          unit={t('settings:vendors.days')}
        />
        <NumberField
          name="document_megabytes"
          label={t('settings:vendors.document_megabytes')}
          help={t('settings:vendors.document_megabytesHelp')}
          initial={initial.document_megabytes}
          unit={t('settings:limits.megabytes')}
        />
      </FieldRow>
    </FormSection>
  );
}
