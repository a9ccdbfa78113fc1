import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { timeZones } from '~/auth/time-zones';
import { SubmitButton } from '~/components/form/buttons';
import { EditForm, FieldRow, FormActions, FormSection } from '~/components/form/EditForm';
import { NumberField, PercentField, TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { TimeZoneField } from '~/components/people/TimeZoneField';
import { SettingsFacts } from '~/components/settings/SettingsFacts';
import { changeSettings } from '~/settings/change-settings.server';
import { readSettings } from '~/settings/setting-queries.server';
import { settingsFormValues } from '~/settings/settings-form';
import { formValues } from '~/shared/form-values';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t, can } = await requirePerson(args, 'settings.read');
  return {
    title: t('settings:title'),
    mayWrite: can('settings.write'),
    initial: settingsFormValues(await readSettings(reader)),
    zones: timeZones(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'settings.write');
  const values = formValues(await args.request.formData());
  const outcome = await changeSettings(store, act, values);
  return outcome.ok
    ? redirectWithNotice('/settings', { key: 'settings:saved' })
    : refusedForm(outcome, values);
}

const weights = [
  ['performance', 'readiness', 'assessment'],
  ['switch_time', 'price', 'risk'],
] as const;

export default function Settings() {
  const { mayWrite, initial } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={t('settings:title')}
        lead={mayWrite ? t('settings:lead') : t('settings:readOnly')}
        crumbs={[{ label: t('nav:administration'), href: '/administration' }]}
      />
      {mayWrite ? <SettingsForm /> : <SettingsFacts values={initial} />}
    </>
  );
}

function SettingsForm() {
  const { initial, zones } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <EditForm refusal={answer?.refusal} values={answer?.values}>
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
      <FormActions>
        <SubmitButton>{t('settings:save')}</SubmitButton>
      </FormActions>
    </EditForm>
  );
}
