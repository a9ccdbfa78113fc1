import { useTranslation } from 'react-i18next';

/** The name of a field in an entry; one that has no words is shown as the trail keeps it. */
export function FieldName({ path }: { path: string }) {
  const { t } = useTranslation();
  return <>{t(`audit:field.${path}` as 'audit:field.name', { defaultValue: path })}</>;
}
