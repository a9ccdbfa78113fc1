import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { VendorRecordPage } from '~/components/registers/VendorRecordPage';
import { RadioField } from '~/components/form/choices';
import { TextField } from '~/components/form/fields';
import { pageTitle } from '~/components/page-title';
import { found } from '~/shared/record-id';
import { identifierExamples, identifierKinds } from '~/vendors/identifier';
import { identifiersOfVendor } from '~/vendors/identifier-queries.server';
import { keepIdentifier } from '~/vendors/keep-identifier.server';
import { saveVendorRecord, vendorRecordAsked } from './shared/vendor-record.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, vendor, recordId } = await vendorRecordAsked(args, 'identifierId');
  const all = recordId === null ? [] : await identifiersOfVendor(reader, scope, vendor.id);
  const identifier = recordId === null ? null : found(all.find(({ id }) => id === recordId));
  return {
    title: t(identifier ? 'diligence:identifier.editTitle' : 'diligence:identifier.addTitle'),
    vendor,
    identifier,
    choices: identifierKinds.map((value) => ({
      value,
      label: t(`diligence:identifier.kinds.${value}`),
      help: t(`diligence:identifier.kindHelp.${value}`, { example: identifierExamples[value] }),
    })),
  };
}

export function action(args: ActionFunctionArgs) {
  return saveVendorRecord(args, {
    param: 'identifierId',
    keep: keepIdentifier,
    notice: 'diligence:notice.identifierSaved',
  });
}

export default function IdentifierForm() {
  const { title, vendor, identifier, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <VendorRecordPage
      title={title}
      lead={t('diligence:identifier.lead')}
      vendor={vendor}
      end={
        identifier && {
          path: `identifiers/${identifier.id}/removal`,
          label: t('diligence:identifier.remove'),
          help: t('diligence:identifier.removeHelp'),
        }
      }
      answer={answer}
      save={t('diligence:identifier.save')}
    >
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
    </VendorRecordPage>
  );
}
