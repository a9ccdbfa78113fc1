import { useTranslation } from 'react-i18next';
import { Form } from '@remix-run/react';
import { SubmitButton } from '../form/buttons';

type Props = { section: 'subcontractors' | 'certificates'; nothing: boolean };

/** Says that there is nothing to enter in a section, or takes that back. */
export function NothingButton({ section, nothing }: Props) {
  const { t } = useTranslation();
  const action = `/company/nothing/${section}`;
  return (
    <Form method="post" action={action}>
      <SubmitButton action={action} look="secondary" name="nothing" value={nothing ? '' : 'on'}>
        {t(nothing ? `company:${section}.some` : `company:${section}.none`)}
      </SubmitButton>
    </Form>
  );
}
