import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useReason } from '../use-reason';
import { fieldId, useFormState } from './form-state';
import classes from './form.module.css';

/** All that must be mended in a form, each with a link to its field; takes the focus when it appears. */
export function ErrorSummary() {
  const { t } = useTranslation();
  const words = useReason();
  const { reasons } = useFormState();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (reasons.length > 0) box.current?.focus();
  }, [reasons]);
  if (reasons.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className={classes.summary}>
      <p className={classes.summaryTitle}>{t('kit:form.problems', { count: reasons.length })}</p>
      <ul>
        {reasons.map((reason, index) => (
          <li key={`${reason.field} ${reason.code} ${index}`}>
            {reason.field === undefined ? (
              words(reason)
            ) : (
              <a
                href={`#${fieldId(reason.field)}`}
                onClick={(event) => focusOn(event, reason.field)}
              >
                {words(reason)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function focusOn(event: { preventDefault: () => void }, name = ''): void {
  const field = document.getElementById(fieldId(name));
  if (!field) return;
  event.preventDefault();
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
}
