import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { OfferingFields } from '~/components/registers/OfferingFields';
import { VendorRecordPage } from '~/components/registers/VendorRecordPage';
import { DateField } from '~/components/form/dates';
import { FieldRow, FormSection } from '~/components/form/EditForm';
import { NumberField, PercentField } from '~/components/form/fields';
import { pageTitle } from '~/components/page-title';
import { found } from '~/shared/record-id';
import { nameOrCode } from '~/shared/named';
import { marketChoices, serviceChoices } from '~/vendors/library-queries.server';
import { keepOffering } from '~/vendors/keep-offering.server';
import { offeringsOfVendor } from '~/vendors/vendor-record-queries.server';
import { saveVendorRecord, vendorRecordAsked } from './shared/vendor-record.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, vendor, recordId } = await vendorRecordAsked(
    args,
    'offeringId',
  );
  const all = recordId === null ? [] : await offeringsOfVendor(reader, scope, vendor.id);
  const offering =
    recordId === null ? null : found(all.find(({ offering: { id } }) => id === recordId)?.offering);
  const choice = (row: { id: number; code: string; nameEn: string; nameZh: string }) => ({
    value: String(row.id),
    label: `${nameOrCode(row, locale)} (${row.code})`,
  });
  return {
    title: t(offering ? 'vendors:offering.editTitle' : 'vendors:offering.addTitle'),
    vendor,
    offering,
    services: (await serviceChoices(reader)).map(choice),
    markets: (await marketChoices(reader, scope)).map(choice),
  };
}

export function action(args: ActionFunctionArgs) {
  return saveVendorRecord(args, {
    param: 'offeringId',
    keep: keepOffering,
    notice: 'vendors:notice.offeringSaved',
  });
}

export default function OfferingForm() {
  const { title, vendor, offering, services, markets } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <VendorRecordPage
      title={title}
      vendor={vendor}
      end={
        offering && {
          path: `offerings/${offering.id}/withdrawal`,
          label: t('vendors:offering.withdraw'),
          help: t('vendors:offering.withdrawHelp'),
        }
      }
      answer={answer}
      save={t('vendors:offering.save')}
    >
      <OfferingFields
        offering={offering}
        services={services}
        markets={markets}
        carried={<CarriedFields offering={offering} />}
      />
      <ReadinessFields offering={offering} />
    </VendorRecordPage>
  );
}

type Values = { offering: ReturnType<typeof useLoaderData<typeof loader>>['offering'] };

/** How much it carries today, in units and as a share. */
function CarriedFields({ offering }: Values) {
  const { t } = useTranslation();
  return (
    <>
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
    </>
  );
}

/** How soon it could take over. */
function ReadinessFields({ offering }: Values) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('vendors:offering.readiness')} help={t('vendors:offering.readinessHelp')}>
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
  );
}
