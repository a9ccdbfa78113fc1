import { useEffect, useRef, useState } from 'react';
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
  const [labels, setLabels] = useState<Record<string, string>>({});
  useEffect(() => {
    if (reasons.length === 0) return;
    setLabels(Object.fromEntries(reasons.map(({ field = '' }) => [field, labelOf(field)])));
    box.current?.focus();
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
                {[labels[reason.field], words(reason)].filter(Boolean).join(': ')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a field is called where it stands; the first word of a group of choices is its legend. */
function labelOf(name: string): string {
  const field = document.getElementById(fieldId(name));
  const label =
    document.querySelector(`label[for="${CSS.escape(fieldId(name))}"]`) ??
    field?.closest('fieldset')?.querySelector('legend');
  return label?.firstChild?.textContent ?? '';
}

function focusOn(event: { preventDefault: () => void }, name = ''): void {
  const field = document.getElementById(fieldId(name));
  if (!field) return;
  event.preventDefault();
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
}
