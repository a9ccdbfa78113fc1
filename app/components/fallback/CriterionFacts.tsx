import { useTranslation } from 'react-i18next';
import type { ProposalSnapshot } from '~/fallback/proposal';
import type { Contribution } from '~/fallback/ranking';
import { useFormat } from '../use-format';
import { CriterionData } from './CriterionData';
import classes from './comparison.module.css';

type Props = {
  contributions: readonly Contribution[];
  market: ProposalSnapshot['market'];
};

/** Each criterion with its points, the data behind them and the day of that data. */
export function CriterionFacts({ contributions, market }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className={classes.criteria}>
      {contributions.map(({ criterion, points, weight, value, unknown, dataOn, data }) => (
        <div key={criterion}>
          <dt>
            {t(`fallback:criterion.${criterion}`)}
            <span>
              {value === null
                ? t('fallback:compare.unknown')
                : t('fallback:data.points', {
                    points: format.number(points, { maxDigits: 2 }),
                    weight,
                  })}
            </span>
          </dt>
          <dd>
            {unknown !== null && <p>{t(`fallback:unknown.${unknown}`)}</p>}
            <CriterionData data={data} market={market} />
            {dataOn !== null && (
              <p className={classes.note}>{t('fallback:data.on', { date: format.date(dataOn) })}</p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
