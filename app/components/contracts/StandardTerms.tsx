import { useTranslation } from 'react-i18next';
import type { StandardTermOnPage } from '~/contracts/standard-on-page';
import { ButtonLink } from '../form/buttons';
import { StateBadge } from '../StateBadge';
import { useFormat } from '../use-format';
import { TermLine } from './TermLine';
import { useTermWords } from './use-term-words';
import classes from './contracts.module.css';

type Props = {
  terms: readonly StandardTermOnPage[];
  base: string;
  marketId: number;
  /** The market in which the standard is held: what is changed there is changed for all. */
  isHome: boolean;
  canWrite: boolean;
};

/** What a standard says in a market: each term, where it is held, and what it overrides beside it. */
export function StandardTerms({ terms, ...place }: Props) {
  return (
    <ul className={classes.terms}>
      {terms.map((term) => (
        <Term key={term.id} term={term} {...place} />
      ))}
    </ul>
  );
}

type TermProps = Omit<Props, 'terms'> & { term: StandardTermOnPage };

function Term({ term, base, marketId, isHome, canWrite }: TermProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const wordsOf = useTermWords();
  const { id, name, unit, said, heldAt, isOverride, inherited, next } = term;
  const words = wordsOf(said, unit);
  const address = `${base}/terms/${id}?market=${marketId}`;
  return (
    <li className={classes.term}>
      <div>
        <p className={classes.termName}>
          {canWrite ? <a href={address}>{name}</a> : <span>{name}</span>}
          <StateBadge tone={isOverride ? 'accent' : 'quiet'}>{heldAt}</StateBadge>
        </p>
        <p className={classes.promise}>{words.target}</p>
        <p className={classes.termWords}>
          <span>{words.window}</span>
          {said.credit.method !== 'none' && (
            <span>{t('contracts:words.credited', { method: words.credit })}</span>
          )}
          {inherited && (
            <span>
              {t('standards:page.overridden', {
                market: inherited.heldAt,
                target: wordsOf(inherited.said, unit).target,
              })}
            </span>
          )}
          {next && (
            <span>
              {next.said === null
                ? t('standards:page.retiredFrom', { date: format.date(next.from) })
                : `${t('standards:page.from', { date: format.date(next.from) })}: ${wordsOf(next.said, unit).target}`}
            </span>
          )}
        </p>
        {canWrite && (
          <p className={classes.termWords}>
            <ButtonLink href={address} look="quiet">
              {t(isHome || isOverride ? 'standards:page.change' : 'standards:page.override')}
            </ButtonLink>
            {isHome && next?.said !== null && (
              <ButtonLink href={`${base}/terms/${id}/retirement`} look="quiet">
                {t('standards:term.retire')}
              </ButtonLink>
            )}
            {isOverride && (
              <ButtonLink href={`${base}/terms/${id}/inheritance?market=${marketId}`} look="quiet">
                {t('standards:term.inherits')}
              </ButtonLink>
            )}
          </p>
        )}
      </div>
      <TermLine term={said} unit={unit} />
    </li>
  );
}
