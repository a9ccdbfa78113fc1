import { useTranslation } from 'react-i18next';
import type { KeyFact } from '~/components/KeyFacts';
import { MoneyText, NumberText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import type { BreachPage } from './load-page.server';

/** The breach in five figures: measured, promised, missed by, in a row, and what it costs. */
export function useBreachFacts(page: BreachPage): KeyFact[] {
  const { evaluation, term, kpi, contract, working } = page;
  const runNote = useRunNote(page);
  const { t } = useTranslation();
  const format = useFormat();
  const { measured, shortfall, run } = evaluation;
  return [
    {
      label: t('sla:fact.measured'),
      value:
        measured === null ? (
          t('sla:fact.noReport')
        ) : (
          <NumberText value={measured} target={term.target} unit={kpi.unit} />
        ),
      note:
        measured === null
          ? t('sla:fact.overdueReport')
          : working.numerator !== null &&
            working.denominator !== null &&
            `${format.number(working.numerator)} / ${format.number(working.denominator)}`,
    },
    {
      label: t('sla:fact.promised'),
      value: format.number(term.target, { maxDigits: 12, unit: kpi.unit }),
      note: t(`common:operator.${term.operator}`),
    },
    ...(shortfall === null
      ? []
      : [
          {
            label: t('sla:fact.shortfall'),
            value: <NumberText value={shortfall} target="0" maxDigits={2} />,
            note: kpi.unit === '%' ? t('sla:fact.points') : format.unitOfFigures(kpi.unit),
          },
        ]),
    {
      label: t('sla:fact.run'),
      value: t('sla:fact.runOf', { count: run }),
      note: runNote,
    },
    {
      label: t('sla:fact.credit'),
      value: <MoneyText minor={evaluation.issuedMinor} currency={contract.currency} />,
      note:
        working.credit &&
        working.credit.fee > 0 &&
        working.credit.percent !== null &&
        t('sla:fact.ofFee', {
          percent: format.percent(working.credit.percent, 12),
          fee: format.money(working.credit.fee, contract.currency),
        }),
    },
  ];
}

/** Which rights the failures in a row gave; a right is reached once, and those that follow in the run say so. */
function useRunNote({ evaluation, term }: BreachPage): string | null {
  const { t } = useTranslation();
  const triggers = evaluation.triggers.map((trigger) =>
    trigger === 'n_of_m'
      ? t('sla:fact.trigger.n_of_m', {
          n: term.repeat?.n_of_m?.[0] ?? 0,
          m: term.repeat?.n_of_m?.[1] ?? 0,
        })
      : t('sla:fact.trigger.consecutive'),
  );
  if (triggers.length > 0) return triggers.join(' · ');
  if (!term.repeat) return null;
  const needed = term.repeat.consecutive;
  return t(
    needed !== null && evaluation.run > needed ? 'sla:fact.triggeredBefore' : 'sla:fact.noTrigger',
  );
}
