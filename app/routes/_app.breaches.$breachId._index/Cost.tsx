import { useTranslation } from 'react-i18next';
import { Section } from '~/components/Section';
import { useFormat } from '~/components/use-format';
import { formatPeriod } from '~/shared/period';
import classes from './breach.module.css';
import type { BreachPage } from './load-page.server';
import { useStepReckoning, useStepWords } from './use-step-words';

/** The credit's arithmetic line by line. */
export function Cost({ page }: { page: BreachPage }) {
  const { credit, contract, evaluation, term, working } = page;
  const { t } = useTranslation();
  const format = useFormat();
  const wordsOf = useStepWords(page);
  const reckoningOf = useStepReckoning(page);
  const money = (minor: number) => format.money(minor, contract.currency);
  const lines = credit.steps.map((step) => ({
    words: wordsOf(step),
    reckoning: reckoningOf(step),
    amount: 'amount' in step ? step.amount : null,
    isResult: step.kind === 'issued',
  }));
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
        <Sum lines={lines} money={money} />
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

type Line = { words: string; reckoning: string; amount: number | null; isResult: boolean };

function Sum({ lines, money }: { lines: readonly Line[]; money: (minor: number) => string }) {
  const { t } = useTranslation();
  return (
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
          <tr key={words} data-result={isResult || undefined}>
            <th scope="row">{words}</th>
            <td>{reckoning}</td>
            <td>{amount === null ? null : money(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
