import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CompanyPart } from '~/components/company/CompanyPart';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { OfferingFields } from '~/components/registers/OfferingFields';
import { changeOwnRecord } from '~/onboarding/change-own-record.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { formValues, textsOf } from '~/shared/form-values';
import { nameOrCode } from '~/shared/named';
import { found, newOrId } from '~/shared/record-id';
import { fieldsOfVendor } from '~/vendors/offering';
import { marketChoices, serviceChoices } from '~/vendors/library-queries.server';
import { offeringsOfVendor } from '~/vendors/vendor-record-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

type Company = Awaited<ReturnType<typeof requireCompany>>;

async function ownOffering({ reader, scope, vendorId }: Company, offeringId: number | null) {
  if (offeringId === null) return null;
  const own = await offeringsOfVendor(reader, scope, vendorId);
  return found(own.find(({ offering }) => offering.id === offeringId)?.offering);
}

export async function loader(args: LoaderFunctionArgs) {
  const company = await requireCompany(args);
  const { t, reader, scope, locale, partOf } = company;
  const offering = await ownOffering(company, newOrId(args.params['offeringId']));
  const choice = (row: { id: number; code: string; nameEn: string; nameZh: string }) => ({
    value: String(row.id),
    label: nameOrCode(row, locale),
  });
  return {
    title: t(offering ? 'vendors:offering.editTitle' : 'vendors:offering.addTitle'),
    part: partOf('offerings'),
    offering: offering && {
      id: offering.id,
      serviceId: offering.serviceId,
      marketId: offering.marketId,
      capacity: offering.capacity,
      unitPrice: offering.unitPrice,
      currency: offering.currency,
      leadTimeDays: offering.leadTimeDays,
    },
    services: (await serviceChoices(reader)).map(choice),
    markets: (await marketChoices(reader, scope)).map(choice),
  };
}

export async function action(args: ActionFunctionArgs) {
  const company = await requireCompany(args);
  const { store, act, vendorId } = company;
  const recordId = newOrId(args.params['offeringId']);
  await ownOffering(company, recordId);
  const values = formValues(await args.request.formData());
  const input = textsOf(values, fieldsOfVendor);
  const outcome = await changeOwnRecord(store, act, vendorId, {
    kind: 'offering',
    recordId,
    input,
  });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice('/company/offerings', {
    key: outcome.value === 'kept' ? 'company:notice.saved' : 'company:notice.proposed',
  });
}

export default function OwnOffering() {
  const { title, part, offering, services, markets } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <CompanyPart
      part={part}
      title={title}
      also={
        offering &&
        part.isOpen && (
          <ConfirmButton
            label={t('vendors:offering.withdraw')}
            action={`/company/offerings/${offering.id}/withdrawal`}
          >
            {t('vendors:offering.withdrawHelp')}
          </ConfirmButton>
        )
      }
    >
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <OfferingFields offering={offering} services={services} markets={markets} />
        <FormActions>
          {part.isOpen && <SubmitButton>{t('vendors:offering.save')}</SubmitButton>}
          <ButtonLink href="/company/offerings" look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </CompanyPart>
  );
}
