import { useTranslation } from 'react-i18next';

/** The name of a field in an entry, part by part of its path; a part that has no words is shown as the trail keeps it. */
export function FieldName({ path }: { path: string }) {
  const { t } = useTranslation();
  const parts: string[] = [];
  for (const part of path.split('.')) {
    // A place in a list numbers the list's name.
    if (/^\d+$/.test(part)) parts.push(`${parts.pop() ?? ''} ${Number(part) + 1}`.trim());
    else parts.push(t(`audit:field.${part}` as 'audit:field.name', { defaultValue: part }));
  }
  return <>{parts.join(' · ')}</>;
}
