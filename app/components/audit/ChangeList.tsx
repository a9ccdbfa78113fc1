import { useTranslation } from 'react-i18next';
import type { SaidChange } from '~/audit/field-value';
import { FieldName } from './FieldName';
import classes from './Changes.module.css';

/** The first changes of an entry in one cell, and how many more there are. */
export function ChangeList({ changes, count }: { changes: readonly SaidChange[]; count: number }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <ul className={classes.list}>
      {changes.map(({ path, before, after }) => (
        <li key={path}>
          <span className={classes.path}>
            <FieldName path={path} />
          </span>{' '}
          {before !== null && <del>{before.text}</del>} {after !== null && <ins>{after.text}</ins>}
        </li>
      ))}
      {count > changes.length && (
        <li className={classes.path}>{t('audit:more', { count: count - changes.length })}</li>
      )}
    </ul>
  );
}
