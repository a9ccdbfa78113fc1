import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { timeZones } from '~/auth/time-zones';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { SettingsForm } from '~/components/settings/SettingsForm';
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

export default function Settings() {
  const { mayWrite, initial, zones } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={t('settings:title')}
        lead={mayWrite ? t('settings:lead') : t('settings:readOnly')}
        crumbs={[{ label: t('nav:administration'), href: '/administration' }]}
      />
      {mayWrite ? (
        <SettingsForm zones={zones} initial={initial} answer={answer} />
      ) : (
        <SettingsFacts values={initial} />
      )}
    </>
  );
}
