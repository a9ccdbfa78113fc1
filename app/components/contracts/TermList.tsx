import { useTranslation } from 'react-i18next';
import type { SlaTerm } from '~/contracts/sla-term';
import type { TermOnPage } from '~/contracts/term-on-page';
import { StateBadge } from '../StateBadge';
import { TermLine } from './TermLine';
import { useTermWords } from './use-term-words';
import classes from './contracts.module.css';

/** What was promised: each term with its bands on a line. */
export function TermList({ terms, base }: { terms: readonly TermOnPage[]; base: string }) {
  const { t } = useTranslation();
  const wordsOf = useTermWords();
  return (
    <ul className={classes.terms}>
      {terms.map(({ id, name, unit, standing, current, service, market }) => {
        if (!current) return null;
        const words = wordsOf(current.term, unit);
        const place = [service, market].filter((part) => part !== null).join(' · ');
        const extras = [
          place === '' ? t('contracts:wholeVendor') : place,
          hasOwnWindow(current.term) && words.window,
          current.term.repeat && words.repeat,
          current.term.credit.method !== 'none' &&
            t('contracts:words.credited', { method: words.credit }),
        ].filter((part): part is string => typeof part === 'string');
        return (
          <li key={id} className={classes.term} data-href={`${base}/terms/${id}`}>
            <div>
              <p className={classes.termName}>
                <a href={`${base}/terms/${id}`}>{name}</a>
                {standing !== 'in_force' && (
                  <StateBadge>{t(`contracts:standing.${standing}`)}</StateBadge>
                )}
              </p>
              <p className={classes.promise}>{words.target}</p>
              <p className={classes.termWords}>
                {extras.map((extra) => (
                  <span key={extra}>{extra}</span>
                ))}
              </p>
            </div>
            <TermLine term={current.term} unit={unit} />
          </li>
        );
      })}
    </ul>
  );
}

/** A calendar month is what everybody expects. */
function hasOwnWindow({ window }: SlaTerm): boolean {
  return window.kind !== 'calendar' || window.months !== 1;
}
