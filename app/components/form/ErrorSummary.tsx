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
    for (const link of box.current?.querySelectorAll('a') ?? [])
      link.dataset['label'] = labelOf(link.hash.slice(1));
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
                {words(reason)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a field is called where it stands: its label's first words, or its group's legend. */
function labelOf(hash: string): string {
  const id = decodeURIComponent(hash);
  const label =
    document.querySelector(`label[for="${CSS.escape(id)}"]`) ??
    document.getElementById(id)?.closest('fieldset')?.querySelector('legend');
  return label?.firstChild?.textContent ?? '';
}

function focusOn(event: { preventDefault: () => void }, name = ''): void {
  const field = document.getElementById(fieldId(name));
  if (!field) return;
  event.preventDefault();
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
}
