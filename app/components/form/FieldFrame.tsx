import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './form.module.css';

type Props = {
  id: string;
  label: string;
  optional?: boolean | undefined;
  help?: ReactNode;
  error?: string | undefined;
  width?: 'short' | 'medium' | 'full' | undefined;
  children: ReactNode;
};

/** A field with its label above, its help beside the term it explains and its error below. */
export function FieldFrame({ id, label, optional, help, error, width, children }: Props) {
  return (
    <div className={classes.field} data-width={width}>
      <label htmlFor={id} className={classes.label}>
        <FieldLabel label={label} optional={optional} />
      </label>
      {help && (
        <p id={`${id}-help`} className={classes.help}>
          {help}
        </p>
      )}
      <div className={classes.box}>{children}</div>
      {error !== undefined && (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
    </div>
  );
}

/** The label with "optional" where a field may be left empty. */
export function FieldLabel({ label, optional }: { label: string; optional?: boolean | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      {label}
      {optional && <span className={classes.optional}> {t('kit:form.optional')}</span>}
    </>
  );
}

/** What a field is told by: its error first, then its help. */
export function describedBy(id: string, error: string | undefined, help: ReactNode) {
  const ids = [error !== undefined && `${id}-error`, help && `${id}-help`].filter(Boolean);
  return {
    'aria-invalid': error !== undefined,
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
  };
}
