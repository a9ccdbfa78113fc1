import { useTranslation } from 'react-i18next';
import { certificateName } from '~/vendors/certificate-name';
import { DateField } from '../form/dates';
import { FieldRow } from '../form/EditForm';
import { TextField } from '../form/fields';

type Certificate = {
  kind: string;
  number: string | null;
  holder: string | null;
  issuedOn: string | null;
  expiresOn: string | null;
};

/** A certificate or licence: what it is, its number, and from when to when it holds. */
export function CertificateFields({ certificate }: { certificate: Certificate | null }) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        name="kind"
        label={t('vendors:certificate.kind')}
        help={t('vendors:certificate.kindHelp')}
        initial={certificate && certificateName(certificate.kind, t)}
      />
      <TextField
        name="number"
        label={t('vendors:certificate.number')}
        width="medium"
        optional
        initial={certificate?.number ?? null}
      />
      <TextField
        name="holder"
        label={t('vendors:certificate.holder')}
        help={t('vendors:certificate.holderHelp')}
        width="medium"
        optional
        initial={certificate?.holder ?? null}
        autoComplete="off"
      />
      <FieldRow>
        <DateField
          name="issuedOn"
          label={t('vendors:certificate.issuedOn')}
          optional
          initial={certificate?.issuedOn ?? null}
        />
        <DateField
          name="expiresOn"
          label={t('vendors:certificate.expiresOn')}
          optional
          initial={certificate?.expiresOn ?? null}
        />
      </FieldRow>
    </>
  );
}
