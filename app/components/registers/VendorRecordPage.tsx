import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormValues } from '~/shared/form-values';
import type { Refused } from '~/shared/outcome';
import { ButtonLink, SubmitButton } from '../form/buttons';
import { ConfirmButton } from '../form/ConfirmButton';
import { EditForm, FormActions } from '../form/EditForm';
import { PageHeader } from '../PageHeader';

type Props = {
  title: string;
  lead?: string;
  vendor: { id: number; name: string };
  /** What ends a record that is there: where it posts below the vendor, what it is called and what it means. */
  end?: { path: string; label: string; help: string; look?: 'danger' | 'primary' } | null;
  /** What else leads on from it. */
  also?: ReactNode;
  answer?: { refusal: Refused; values: FormValues } | undefined;
  save: string;
  /** The fields. */
  children: ReactNode;
};

/** The page of one of a vendor's records: its form, the way back to the vendor, and how the record ends. */
export function VendorRecordPage(props: Props) {
  const { title, lead, vendor, end, also, answer, save, children } = props;
  const { t } = useTranslation();
  const back = `/vendors/${vendor.id}`;
  return (
    <>
      <PageHeader
        title={title}
        {...(lead !== undefined && { lead })}
        crumbs={[
          { label: t('vendors:title'), href: '/vendors' },
          { label: vendor.name, href: back },
        ]}
        also={
          <>
            {end && (
              <ConfirmButton
                label={end.label}
                action={`${back}/${end.path}`}
                {...(end.look && { look: end.look })}
              >
                {end.help}
              </ConfirmButton>
            )}
            {also}
          </>
        }
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        {children}
        <FormActions>
          <SubmitButton>{save}</SubmitButton>
          <ButtonLink href={back} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
