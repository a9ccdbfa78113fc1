import { useTranslation } from 'react-i18next';
import type { FormValues } from '~/shared/form-values';
import type { Refused } from '~/shared/outcome';
import { ButtonLink, SubmitButton } from '../form/buttons';
import { EditForm, FormActions } from '../form/EditForm';
import { TextAreaField } from '../form/fields';
import { PageHeader } from '../PageHeader';

type Props = {
  title: string;
  vendor: { id: number; name: string };
  label: string;
  submit: string;
  refusal?: Pick<Refused, 'reason' | 'fields'> | undefined;
  values?: FormValues | undefined;
};

/** A page that asks for the one remark which the vendor reads. */
export function RemarkForm({ title, vendor, label, submit, refusal, values }: Props) {
  const { t } = useTranslation();
  const base = `/vendors/${vendor.id}`;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t('vendors:title'), href: '/vendors' },
          { label: vendor.name, href: base },
        ]}
      />
      <EditForm refusal={refusal} values={values}>
        <TextAreaField
          name="remark"
          label={label}
          help={t('company:ours.remarkHelp')}
          rows={5}
          maxLength={2000}
        />
        <FormActions>
          <SubmitButton>{submit}</SubmitButton>
          <ButtonLink href={`${base}/company`} look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
