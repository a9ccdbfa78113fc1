import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { RadioField } from '~/components/form/choices';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { formValues } from '~/shared/form-values';
import { found, newOrId, recordId } from '~/shared/record-id';
import { identifierExamples, identifierKinds } from '~/vendors/identifier';
import { identifiersOfVendor } from '~/vendors/identifier-queries.server';
import { keepIdentifier } from '~/vendors/keep-identifier.server';
import { findVendor } from '~/vendors/vendor-queries.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'vendors.write');
  const vendor = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  const identifierId = newOrId(args.params['identifierId']);
  const all = identifierId === null ? [] : await identifiersOfVendor(reader, scope, vendor.id);
  const identifier =
    identifierId === null ? null : found(all.find(({ id }) => id === identifierId));
  return {
    title: t(identifier ? 'diligence:identifier.editTitle' : 'diligence:identifier.addTitle'),
    vendor: { id: vendor.id, name: vendor.name },
    identifier,
    choices: identifierKinds.map((value) => ({
      value,
      label: t(`diligence:identifier.kinds.${value}`),
      help: t(`diligence:identifier.kindHelp.${value}`, { example: identifierExamples[value] }),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  found(await findVendor(reader, scope, vendorId));
  const identifierId = newOrId(args.params['identifierId']);
  const values = formValues(await args.request.formData());
  const outcome = await keepIdentifier(store, act, vendorId, identifierId, values);
  if (!outcome.ok) return data({ refusal: outcome, values }, { status: 422 });
  return redirectWithNotice(`/vendors/${vendorId}`, { key: 'diligence:notice.identifierSaved' });
}

export default function IdentifierForm() {
  const { title, vendor, identifier, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const back = `/vendors/${vendor.id}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t('diligence:identifier.lead')}
        crumbs={[
          { label: t('vendors:title'), href: '/vendors' },
          { label: vendor.name, href: back },
        ]}
        also={
          identifier && (
            <ConfirmButton
              label={t('diligence:identifier.remove')}
              action={`${back}/identifiers/${identifier.id}/removal`}
            >
              {t('diligence:identifier.removeHelp')}
            </ConfirmButton>
          )
        }
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <RadioField
          name="kind"
          label={t('diligence:identifier.kind')}
          choices={choices}
          initial={identifier?.kind ?? null}
        />
        <TextField
          name="value"
          label={t('diligence:identifier.value')}
          help={t('diligence:identifier.valueHelp')}
          width="medium"
          spellCheck={false}
          autoComplete="off"
          initial={identifier?.value ?? null}
        />
        <FormActions>
          <SubmitButton>{t('diligence:identifier.save')}</SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
