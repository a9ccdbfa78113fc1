import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CompanyPart } from '~/components/company/CompanyPart';
import { RecordRows } from '~/components/company/RecordRows';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { RadioField } from '~/components/form/choices';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { Section } from '~/components/Section';
import { keepOwnIdentifier } from '~/onboarding/change-own-entry.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { formValues } from '~/shared/form-values';
import { identifierExamples, identifierKinds } from '~/vendors/identifier';
import { identifiersOfVendor } from '~/vendors/identifier-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t, reader, scope, vendorId, partOf } = await requireCompany(args);
  const own = await identifiersOfVendor(reader, scope, vendorId);
  return {
    title: t('company:section.identifiers'),
    part: partOf('identifiers'),
    identifiers: own.map(({ id, kind, value, country }) => ({ id, kind, value, country })),
    choices: identifierKinds.map((value) => ({
      value,
      label: t(`diligence:identifier.kinds.${value}`),
      help: t(`diligence:identifier.kindHelp.${value}`, { example: identifierExamples[value] }),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, vendorId } = await requireCompany(args);
  const values = formValues(await args.request.formData());
  const outcome = await keepOwnIdentifier(store, act, { vendorId, recordId: null }, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice('/company/identifiers', { key: 'company:notice.saved' });
}

export default function Identifiers() {
  const { part, identifiers, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <CompanyPart part={part}>
      {identifiers.length === 0 && <p>{t('company:identifiers.empty')}</p>}
      <RecordRows
        rows={identifiers.map(({ id, kind, value, country }) => ({
          key: id,
          title: value,
          href: null,
          facts: [t(`diligence:identifier.kinds.${kind}`), country].filter(Boolean).join(' · '),
          state: part.isOpen && (
            <ConfirmButton
              label={t('common:action.remove')}
              title={t('company:identifiers.remove', { value })}
              action={`/company/identifiers/${id}/removal`}
              openLook="quiet"
            >
              {t('diligence:identifier.removeHelp')}
            </ConfirmButton>
          ),
        }))}
      />
      {part.isOpen && (
        <Section title={t('diligence:identifier.addTitle')}>
          <EditForm refusal={answer?.refusal} values={answer?.values}>
            <RadioField name="kind" label={t('diligence:identifier.kind')} choices={choices} />
            <TextField
              name="value"
              label={t('diligence:identifier.value')}
              help={t('diligence:identifier.valueHelp')}
              width="medium"
              spellCheck={false}
              autoComplete="off"
            />
            <FormActions>
              <SubmitButton>{t('diligence:identifier.save')}</SubmitButton>
              <ButtonLink href="/company" look="quiet">
                {t('company:back')}
              </ButtonLink>
            </FormActions>
          </EditForm>
        </Section>
      )}
    </CompanyPart>
  );
}
