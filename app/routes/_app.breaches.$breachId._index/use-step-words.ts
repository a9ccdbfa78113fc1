import { useTranslation } from 'react-i18next';
import { useFormat } from '~/components/use-format';
import type { CreditStep } from '~/sla/credit-steps';
import type { BreachPage } from './load-page.server';

/** What a step of the credit's arithmetic is called. */
export function useStepWords({ breach }: BreachPage): (step: CreditStep) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = (text: string) => format.percent(text, 12);
  return (step) => {
    switch (step.kind) {
      case 'none':
      case 'noFee':
      case 'pool':
      case 'belowMinimum':
      case 'issued':
        return t(`sla:credit.${step.kind}`);
      case 'tiered':
        return breach.kind === 'missing_report'
          ? t('sla:credit.tieredMissing', { percent: percent(step.percent) })
          : t('sla:credit.tiered', {
              percent: percent(step.percent),
              severity: t(`common:severity.${breach.severity}`),
            });
      case 'shortfall':
        return t('sla:credit.shortfall', {
          points: format.number(step.points, { maxDigits: 12 }),
        });
      case 'points':
        return t('sla:credit.points', {
          points: format.number(step.points),
          percent: percent(step.percent),
        });
      case 'pointsShare':
        return t('sla:credit.pointsShare', {
          own: format.number(step.own),
          points: format.number(step.points),
        });
      case 'withinCap':
      case 'capped':
        return t(`sla:credit.${step.kind}`, { percent: percent(step.percent) });
    }
  };
}

/** How a step's amount is reckoned; nothing where there is nothing to reckon. */
export function useStepReckoning({ contract }: BreachPage): (step: CreditStep) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: number) => format.money(minor, contract.currency);
  const percent = (text: string) => format.percent(text, 12);
  const share = (fee: number, text: string) =>
    t('sla:credit.times', { fee: money(fee), percent: percent(text) });
  return (step) => {
    switch (step.kind) {
      case 'none':
      case 'noFee':
      case 'issued':
        return '';
      case 'tiered':
      case 'points':
        return share(step.fee, step.percent);
      case 'shortfall':
        return share(step.fee, step.points);
      case 'pool':
        return t('sla:credit.poolOf', {
          fee: money(step.fee),
          atRisk: percent(step.atRisk),
          pool: percent(step.pool),
          allocation: percent(step.allocation),
        });
      case 'pointsShare':
        return t('sla:credit.shareOf', {
          own: format.number(step.own),
          points: format.number(step.points),
        });
      case 'withinCap':
      case 'capped':
        return t('sla:credit.capOf', { gross: money(step.gross), cap: money(step.cap) });
      case 'belowMinimum':
        return t('sla:credit.minimumOf', {
          total: money(step.total),
          minimum: money(step.minimum),
        });
    }
  };
}
