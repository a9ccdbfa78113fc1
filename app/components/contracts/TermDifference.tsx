import { useTranslation } from 'react-i18next';
import type { SlaTerm } from '~/contracts/sla-term';
import { differingParts, useTermWords } from './use-term-words';
import classes from './contracts.module.css';

type Props = {
  before: SlaTerm;
  after: SlaTerm;
  unit: string | null;
  /** Leaves the dates out, where they are said beside it. */
  undated?: boolean;
};

/** What one version of a term says differently from another: old, then new. */
export function TermDifference({ before, after, unit, undated = false }: Props) {
  const { t } = useTranslation();
  const wordsOf = useTermWords();
  const [old, now] = [wordsOf(before, unit), wordsOf(after, unit)];
  const parts = differingParts(old, now).filter(
    (part) => !undated || (part !== 'from' && part !== 'to'),
  );
  if (parts.length === 0) return <p className={classes.quiet}>{t('contracts:change.nothing')}</p>;
  return (
    <dl className={classes.difference}>
      {parts.map((part) => (
        <div key={part}>
          <dt>{t(`contracts:part.${part}`)}</dt>
          <dd>
            <del>{old[part]}</del> <ins>{now[part]}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
