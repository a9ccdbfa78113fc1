import { useTranslation } from 'react-i18next';
import type { Refused } from '~/shared/outcome';
import { CheckboxField } from '../form/choices';

/** Where a new vendor's name is like one that is registered: the way there, and the word that it is another firm. */
export function AlikeQuestion({
  refusal,
  values,
}: {
  refusal: Pick<Refused, 'reason'> | undefined;
  values: Readonly<Record<string, unknown>> | undefined;
}) {
  const { t } = useTranslation();
  const { code, params } = refusal?.reason ?? {};
  if (code !== 'vendor_alike')
    return values?.['another'] === 'on' && <input type="hidden" name="another" value="on" />;
  const name = params?.['vendor'] ?? '';
  return (
    <>
      <p>
        <a href={`/vendors/${params?.['id']}`}>{t('vendors:form.openAlike', { name })}</a>
      </p>
      <CheckboxField
        name="another"
        label={t('vendors:form.another')}
        help={t('vendors:form.anotherHelp', { name })}
      />
    </>
  );
}
