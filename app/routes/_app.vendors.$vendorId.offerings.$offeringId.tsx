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
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { DateField } from '~/components/form/dates';
import { EditForm, FieldRow, FormActions, FormSection } from '~/components/form/EditForm';
import { NumberField, PercentField, SelectField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { formValues } from '~/shared/form-values';
import { found, newOrId, recordId } from '~/shared/record-id';
import { CURRENCIES } from '~/shared/money';
import { marketChoices, serviceChoices } from '~/vendors/library-queries.server';
import { keepOffering } from '~/vendors/keep-offering.server';
import { findVendor } from '~/vendors/vendor-queries.server';
import { offeringsOfVendor } from '~/vendors/vendor-record-queries.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale } = await requirePerson(args, 'vendors.write');
  const vendor = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  const offeringId = newOrId(args.params['offeringId']);
  const all = offeringId === null ? [] : await offeringsOfVendor(reader, scope, vendor.id);
  const offering =
    offeringId === null
      ? null
      : found(all.find(({ offering: { id } }) => id === offeringId)?.offering);
  const choice = (row: { id: number; code: string; nameEn: string; nameZh: string }) => ({
    value: String(row.id),
    label: `${(locale === 'en' ? row.nameEn : row.nameZh) || row.code} (${row.code})`,
  });
  return {
    title: t(offering ? 'vendors:offering.editTitle' : 'vendors:offering.addTitle'),
    vendor: { id: vendor.id, name: vendor.name },
    offering,
    services: (await serviceChoices(reader)).map(choice),
    markets: (await marketChoices(reader, scope)).map(choice),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  found(await findVendor(reader, scope, vendorId));
  found(await findVendor(reader, scope, vendorId));
  const offeringId = newOrId(args.params['offeringId']);
  const values = formValues(await args.request.formData());
  const outcome = await keepOffering(store, act, vendorId, offeringId, values);
  if (!outcome.ok) return data({ refusal: outcome, values }, { status: 422 });
  return redirectWithNotice(`/vendors/${vendorId}`, { key: 'vendors:notice.offeringSaved' });
}

export default function OfferingForm() {
  const { title, vendor, offering, services, markets } = useLoaderData<typeof loader>();
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
        also={
          offering && (
            <ConfirmButton
              label={t('vendors:offering.withdraw')}
              action={`${back}/offerings/${offering.id}/withdrawal`}
            >
              {t('vendors:offering.withdrawHelp')}
            </ConfirmButton>
          )
        }
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <FieldRow>
          <SelectField
            name="service"
            label={t('common:column.service')}
            initial={offering ? String(offering.serviceId) : null}
            choices={services}
          />
          <SelectField
            name="market"
            label={t('common:column.market')}
            initial={offering ? String(offering.marketId) : null}
            choices={markets}
          />
        </FieldRow>
        <FormSection title={t('vendors:offering.volume')}>
          <FieldRow>
            <NumberField
              name="capacity"
              label={t('vendors:offering.capacity')}
              help={t('vendors:offering.capacityHelp')}
              optional
              initial={offering?.capacity ?? null}
            />
            <NumberField
              name="carried"
              label={t('vendors:offering.carried')}
              help={t('vendors:offering.carriedHelp')}
              optional
              initial={offering?.carried ?? null}
            />
            <PercentField
              name="sharePercent"
              label={t('vendors:offering.share')}
              help={t('vendors:offering.shareHelp')}
              optional
              initial={offering?.sharePercent ?? null}
            />
          </FieldRow>
          <FieldRow>
            <NumberField
              name="unitPrice"
              label={t('vendors:offering.price')}
              optional
              initial={offering?.unitPrice ?? null}
            />
            <SelectField
              name="currency"
              label={t('vendors:offering.currency')}
              optional
              initial={offering?.currency ?? null}
              choices={CURRENCIES.map((value) => ({ value, label: value }))}
            />
          </FieldRow>
          <NumberField
            name="leadTimeDays"
            label={t('vendors:offering.leadTime')}
            unit={t('vendors:offering.days')}
            optional
            initial={offering?.leadTimeDays?.toString() ?? null}
          />
        </FormSection>
        <FormSection
          title={t('vendors:offering.readiness')}
          help={t('vendors:offering.readinessHelp')}
        >
          <FieldRow>
            <NumberField
              name="switchDays"
              label={t('vendors:offering.switchTime')}
              help={t('vendors:offering.switchHelp')}
              unit={t('vendors:offering.days')}
              optional
              initial={offering?.switchDays?.toString() ?? null}
            />
            <NumberField
              name="standbyOrder"
              label={t('vendors:offering.standbyOrder')}
              optional
              initial={offering?.standbyOrder?.toString() ?? null}
            />
          </FieldRow>
          {(['standbySignedOn', 'switchTestedOn', 'integratedOn'] as const).map((name) => (
            <DateField
              key={name}
              name={name}
              label={t(`vendors:offering.${name}`)}
              optional
              initial={offering?.[name] ?? null}
            />
          ))}
        </FormSection>
        <FormActions>
          <SubmitButton>{t('vendors:offering.save')}</SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
