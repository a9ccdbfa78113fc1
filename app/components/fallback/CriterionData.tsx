import { useTranslation } from 'react-i18next';
import type { CriterionData as Data } from '~/fallback/criterion';
import { nameIn } from '~/fallback/failure-words';
import type { TermPerformance } from '~/fallback/performance';
import type { ComparedPrice } from '~/fallback/price';
import type { ProposalSnapshot } from '~/fallback/proposal';
import { OutcomeMark } from '../OutcomeMark';
import { useFormat } from '../use-format';
import { useVoice } from './use-voice';
import classes from './comparison.module.css';

type Market = ProposalSnapshot['market'];

/** The data behind a criterion, in a sentence or two. */
export function CriterionData({ data, market }: { data: Data; market: Market }) {
  const { t } = useTranslation();
  const format = useFormat();
  switch (data.criterion) {
    case 'performance':
      return data.terms.map((term) => (
        <Performance key={term.term.kpi.id + term.term.target} performance={term} market={market} />
      ));
    case 'readiness':
      return <Readiness data={data} />;
    case 'assessment':
      return (
        data.assessment && (
          <p>
            {t('fallback:data.assessment', {
              scorecard: data.assessment.scorecard,
              total: format.number(data.assessment.total, { maxDigits: 2 }),
              date: data.assessment.validUntil ? format.date(data.assessment.validUntil) : '–',
            })}
          </p>
        )
      );
    case 'switch_time':
      if (data.switchDays === null) return null;
      return (
        <p>
          {data.recoveryDays === null
            ? t('common:days', { count: data.switchDays })
            : t('fallback:data.switchTime', {
                days: t('common:days', { count: data.switchDays }),
                recovery: t('common:days', { count: data.recoveryDays }),
              })}
        </p>
      );
    case 'price':
      return data.price && <Price price={data.price} incumbent={data.incumbent} />;
    case 'risk':
      if (data.highest)
        return (
          <p>{t('fallback:data.risk', { score: data.highest.score, title: data.highest.title })}</p>
        );
      return (
        data.reviewedOn !== null && (
          <p>{t('fallback:data.noRisk', { date: format.date(data.reviewedOn) })}</p>
        )
      );
  }
}

function Performance({ performance, market }: { performance: TermPerformance; market: Market }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { locale, number } = useVoice();
  const { term, scope, months } = performance;
  if (months.length === 0) return null;
  const unit = { maxDigits: 2, ...(term.kpi.unit === '%' && { unit: '%' }) };
  const place =
    scope === null
      ? null
      : scope.marketId === null
        ? t('fallback:data.placeTotal')
        : scope.marketId === market?.id
          ? t('fallback:data.placeMarket', { market: nameIn(market, locale) })
          : t('fallback:data.placeWider');
  return (
    <>
      <p>
        {t('fallback:data.performance', {
          met: months.filter(({ met }) => met).length,
          count: months.length,
          kpi: nameIn(term.kpi, locale),
          operator: t(`common:operator.${term.operator}`),
          target: term.kpi.unit === '%' ? format.percent(term.target) : number(term.target),
        })}{' '}
        {place}
      </p>
      <ul className={classes.months}>
        {months.map(({ period, value, met }) => (
          <li key={period}>
            <span>{format.month(period)}</span>
            <span className="figure">{format.againstTarget(value, term.target, unit)}</span>
            <OutcomeMark outcome={met ? 'met' : 'breached'} label={false} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Readiness({ data }: { data: Extract<Data, { criterion: 'readiness' }> }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { standbySignedOn, switchTestedOn, integratedOn, switchTestRecent } = data;
  const lines = [
    standbySignedOn
      ? t('fallback:data.standbySignedOn', { date: date(standbySignedOn) })
      : t('fallback:data.noStandby'),
    switchTestedOn
      ? t(switchTestRecent ? 'fallback:data.switchTestedOn' : 'fallback:data.switchTestOld', {
          date: date(switchTestedOn),
        })
      : t('fallback:data.noTest'),
    integratedOn
      ? t('fallback:data.integratedOn', { date: date(integratedOn) })
      : t('fallback:data.noIntegration'),
  ];
  return lines.map((line) => <p key={line}>{line}</p>);
}

function Price({ price, incumbent }: { price: ComparedPrice; incumbent: ComparedPrice | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const amount = (of: ComparedPrice) => format.amount(of.amount, of.currency);
  const rates = [...price.rates, ...(incumbent?.rates ?? [])];
  const used = [...new Map(rates.map((rate) => [rate.currency, rate])).values()];
  return (
    <>
      <p>
        {incumbent
          ? t('fallback:data.price', { price: amount(price), incumbent: amount(incumbent) })
          : t('fallback:data.priceAlone', { price: amount(price) })}
      </p>
      {used.length > 0 && (
        <p className={classes.note}>
          {t('fallback:data.rates', {
            rates: used
              .map(({ currency, rate, on }) =>
                t('fallback:data.rate', { currency, rate, date: format.date(on) }),
              )
              .join('; '),
          })}
        </p>
      )}
    </>
  );
}
