import { useTranslation } from 'react-i18next';
import { Section } from '~/components/Section';
import { useFormat } from '~/components/use-format';
import { formatPeriod } from '~/shared/period';
import type { CreditStep } from '~/sla/credit-steps';
import classes from './breach.module.css';
import type { BreachPage } from './load-page.server';

/** The credit's arithmetic line by line. */
export function Cost({ page }: { page: BreachPage }) {
  const { credit, contract, evaluation, term, working } = page;
  const { t } = useTranslation();
  const format = useFormat();
  const lineOf = useStepWords(page);
  const money = (minor: number) => format.money(minor, contract.currency);
  const lines = credit.steps.map(lineOf);
  const points = evaluation.points !== '0' && {
    count: Number(evaluation.points),
    points: format.number(evaluation.points),
    multiplier: format.number(working.multiplier),
  };
  return (
    <Section
      title={t('sla:breach.cost')}
      action={
        lines.length > 1 && (
          <a href={`/contracts/${contract.id}/credits/${formatPeriod(evaluation.period)}`}>
            {t('sla:credit.month')}
          </a>
        )
      }
    >
      {lines.length === 1 && lines[0] ? (
        <p>{lines[0].words}</p>
      ) : (
        <table className={classes.sum}>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t('sla:credit.step')}</th>
              <th scope="col">{t('sla:credit.reckoning')}</th>
              <th scope="col">{t('sla:credit.amount')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ words, reckoning, amount, isResult }) => (
              <tr key={words} data-result={isResult}>
                <th scope="row">{words}</th>
                <td>{reckoning}</td>
                <td>{amount === null ? null : money(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {points && (
        <p className={classes.note}>
          {t(
            working.multiplier === '1' ? 'sla:credit.ownPointsOnce' : 'sla:credit.ownPoints',
            points,
          )}
        </p>
      )}
      {term.earn_back && evaluation.issuedMinor > 0 && (
        <p className={classes.note}>
          {credit.earnedBack
            ? t('sla:credit.earnedBack', {
                month: format.month(credit.earnedBack.period),
                amount: money(credit.earnedBack.minor),
              })
            : t('sla:credit.earnBack', { count: term.earn_back.periods })}
        </p>
      )}
    </Section>
  );
}

type Line = { words: string; reckoning: string; amount: number | null; isResult?: boolean };

function useStepWords({ contract, breach }: BreachPage): (step: CreditStep) => Line {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: number) => format.money(minor, contract.currency);
  const percent = (text: string) => format.percent(text, 12);
  return (step) => {
    switch (step.kind) {
      case 'none':
      case 'noFee':
        return { words: t(`sla:credit.${step.kind}`), reckoning: '', amount: null };
      case 'tiered':
        return {
          words:
            breach.kind === 'missing_report'
              ? t('sla:credit.tieredMissing', { percent: percent(step.percent) })
              : t('sla:credit.tiered', {
                  percent: percent(step.percent),
                  severity: t(`common:severity.${breach.severity}`),
                }),
          reckoning: t('sla:credit.times', {
            fee: money(step.fee),
            percent: percent(step.percent),
          }),
          amount: step.amount,
        };
      case 'shortfall':
        return {
          words: t('sla:credit.shortfall', {
            points: format.number(step.points, { maxDigits: 12 }),
          }),
          reckoning: t('sla:credit.times', { fee: money(step.fee), percent: percent(step.points) }),
          amount: step.amount,
        };
      case 'pool':
        return {
          words: t('sla:credit.pool'),
          reckoning: t('sla:credit.poolOf', {
            fee: money(step.fee),
            atRisk: percent(step.atRisk),
            pool: percent(step.pool),
            allocation: percent(step.allocation),
          }),
          amount: step.amount,
        };
      case 'points':
        return {
          words: t('sla:credit.points', {
            points: format.number(step.points),
            percent: percent(step.percent),
          }),
          reckoning: t('sla:credit.times', {
            fee: money(step.fee),
            percent: percent(step.percent),
          }),
          amount: step.amount,
        };
      case 'pointsShare':
        return {
          words: t('sla:credit.pointsShare', {
            own: format.number(step.own),
            points: format.number(step.points),
          }),
          reckoning: t('sla:credit.shareOf', {
            own: format.number(step.own),
            points: format.number(step.points),
          }),
          amount: step.amount,
        };
      case 'withinCap':
      case 'capped':
        return {
          words: t(`sla:credit.${step.kind}`, { percent: percent(step.percent) }),
          reckoning: t('sla:credit.capOf', { gross: money(step.gross), cap: money(step.cap) }),
          amount: step.amount,
        };
      case 'belowMinimum':
        return {
          words: t('sla:credit.belowMinimum'),
          reckoning: t('sla:credit.minimumOf', {
            total: money(step.total),
            minimum: money(step.minimum),
          }),
          amount: step.amount,
        };
      case 'issued':
        return {
          words: t('sla:credit.issued'),
          reckoning: '',
          amount: step.amount,
          isResult: true,
        };
    }
  };
}
