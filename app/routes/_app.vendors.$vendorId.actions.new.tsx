import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { colleagues } from '~/actions/colleague-queries.server';
import { measureChoices } from '~/actions/measure';
import { measuresOf } from '~/actions/measure-queries.server';
import { promiseAction } from '~/actions/promise-action.server';
import { requirePerson } from '~/auth/require-person.server';
import { MeasureField } from '~/components/actions/MeasureField';
import { OwnerFields } from '~/components/actions/OwnerFields';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { findVendor } from '~/vendors/vendor-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale } = await requirePerson(args, 'actions.steer');
  const vendor = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  return {
    title: t('actions:promiseTitle'),
    vendor: { id: vendor.id, name: vendor.name },
    colleagues: await colleagues(reader),
    measures: measureChoices(await measuresOf(reader, vendor.id), { t, locale }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'actions.steer');
  const { id } = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  const values = formValues(await args.request.formData());
  const outcome = await promiseAction(store, act, id, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/actions/${outcome.value}`, { key: 'actions:notice.promised' });
}

export default function PromiseActionForm() {
  const { title, vendor, colleagues, measures } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/vendors/${vendor.id}`;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t('vendors:title'), href: '/vendors' },
          { label: vendor.name, href: back },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <TextField
          name="title"
          label={t('actions:column.title')}
          help={t('actions:field.titleHelp')}
        />
        <OwnerFields colleagues={colleagues} />
        <MeasureField measures={measures} />
        <FormActions>
          <SubmitButton>{t('actions:promise')}</SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
