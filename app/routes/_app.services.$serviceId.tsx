import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FieldRow, FormActions } from '~/components/form/EditForm';
import { NumberField, TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { formValues } from '~/shared/form-values';
import { found, newOrId } from '~/shared/record-id';
import { keepService } from '~/vendors/keep-service.server';
import { findService } from '~/vendors/library-queries.server';
import { certificateName } from '~/vendors/certificate-name';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, t, locale } = await requirePerson(args, 'library.write');
  const serviceId = newOrId(args.params['serviceId']);
  const service = serviceId === null ? null : found(await findService(reader, serviceId));
  const name = (locale === 'en' ? service?.nameEn : service?.nameZh) ?? '';
  return {
    title: service ? t('library:service.editTitle', { name }) : t('library:service.addTitle'),
    service,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'library.write');
  const values = formValues(await args.request.formData());
  const outcome = await keepService(store, act, newOrId(args.params['serviceId']), values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice('/services', { key: 'library:notice.serviceSaved' });
}

export default function ServiceForm() {
  const { title, service } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ label: t('library:service.title'), href: '/services' }]}
        also={
          service && (
            <ButtonLink href={`/vendors?service=${encodeURIComponent(service.code)}`}>
              {t('library:service.showVendors')}
            </ButtonLink>
          )
        }
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <TextField
          name="code"
          label={t('common:column.code')}
          width="medium"
          initial={service?.code ?? null}
        />
        <FieldRow>
          <TextField
            name="nameEn"
            label={t('library:service.nameEn')}
            initial={service?.nameEn ?? null}
          />
          <TextField
            name="nameZh"
            label={t('library:service.nameZh')}
            initial={service?.nameZh ?? null}
          />
        </FieldRow>
        <TextField
          name="requiredCertificates"
          label={t('library:service.certificates')}
          help={t('library:service.certificatesHelp')}
          optional
          initial={
            service?.requiredCertificates.map((kind) => certificateName(kind, t)).join('; ') ?? null
          }
        />
        <NumberField
          name="recoveryDays"
          label={t('library:service.recovery')}
          help={t('library:service.recoveryHelp')}
          unit={t('library:service.days')}
          optional
          initial={service?.recoveryDays?.toString() ?? null}
        />
        <FormActions>
          <SubmitButton>{t('library:service.save')}</SubmitButton>
          <ButtonLink href="/services" look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
