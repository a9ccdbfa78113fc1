import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../use-format';
import classes from './company.module.css';

export type ProposedChange = {
  id: number;
  kind: 'profile' | 'offering' | 'certificate';
  recordId: number | null;
  input: Record<string, string> | null;
  state: 'open' | 'confirmed' | 'refused';
  reason: string | null;
  proposedAt: string;
  /** The service and market, or the certificate, in the reader's language. */
  about: string;
};

type Props = {
  changes: readonly ProposedChange[];
  also?: (change: ProposedChange) => ReactNode;
};

/** What an admitted vendor wants changed, with what we said to it. */
export function ChangeRows({ changes, also }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={classes.rows}>
      {changes.map((change) => {
        const { id, kind, recordId, input, state, reason, proposedAt, about } = change;
        const what = input === null ? 'remove' : recordId === null ? 'add' : 'change';
        return (
          <li key={id} className={classes.row}>
            <div className={classes.what}>
              <span className={classes.name}>
                {t('company:ours.changeSaid', {
                  kind: t(`company:changes.${kind}`),
                  what: t(`company:changes.${what}`),
                })}
              </span>
              <span className={classes.quiet}>
                {[about, figures(input), format.date(proposedAt.slice(0, 10))]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {state === 'refused' && (
                <span className={classes.quiet}>
                  {t('company:changes.refused', { reason: reason ?? '' })}
                </span>
              )}
            </div>
            {also?.(change)}
          </li>
        );
      })}
    </ul>
  );
}

/** What stands in `about` by name. */
const NAMED = ['service', 'market', 'kind', 'name'];

function figures(input: Record<string, string> | null): string {
  return Object.entries(input ?? {})
    .filter(([name, value]) => value !== '' && !NAMED.includes(name))
    .map(([, value]) => value)
    .join(' · ');
}
