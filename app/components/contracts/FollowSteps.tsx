import { useTranslation } from 'react-i18next';
import type { FollowStep } from '~/contracts/follow-standard';
import type { SlaTerm } from '~/contracts/sla-term';
import { useTermWords } from './use-term-words';
import classes from './contracts.module.css';

type Step = {
  effect: FollowStep['effect'];
  name: string;
  unit: string;
  before: SlaTerm | null;
  after: SlaTerm | null;
};

/** What following a standard does to one contract, in a line for each term. */
export function FollowSteps({ title, steps }: { title: string; steps: readonly Step[] }) {
  const { t } = useTranslation();
  const wordsOf = useTermWords();
  const isNothing = steps.every(({ effect }) => effect === 'same');
  const target = (term: SlaTerm | null, unit: string) => (term ? wordsOf(term, unit).target : '');
  return (
    <div>
      <h3>{title}</h3>
      {isNothing ? (
        <p className={classes.quiet}>{t('standards:apply.nothing')}</p>
      ) : (
        <ul className={classes.plainList}>
          {steps.map(({ effect, name, unit, before, after }, index) => (
            <li key={index}>
              {t(`standards:effect.${effect}`, {
                term: name,
                before: target(before, unit),
                after: target(after, unit),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
