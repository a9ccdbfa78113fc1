import { useTranslation } from 'react-i18next';
import { BandLine } from '~/components/BandLine';
import { useTermWords } from '~/components/contracts/use-term-words';
import { Callout } from '~/components/Notice';
import { Section } from '~/components/Section';
import { useFormat } from '~/components/use-format';
import classes from './breach.module.css';
import type { BreachPage } from './load-page.server';

/** The term in words and on a line, with the value that missed it. */
export function Agreed({ page }: { page: BreachPage }) {
  const { kpi, term, version, place, evaluation, breach, contract, working } = page;
  const { t } = useTranslation();
  const format = useFormat();
  const words = useTermWords()(term, kpi.unit);
  const sentences = [
    t('sla:breach.window', { window: words.window }),
    ...(term.min_sample === null ? [] : [t('sla:breach.least', { sample: words.minSample })]),
    place.length === 0
      ? t('sla:breach.scopeAll')
      : t('sla:breach.scope', { place: place.join(' · ') }),
  ];
  const months = format.list(working.outstanding.map((month) => format.month(month)));
  return (
    <Section
      title={t('sla:breach.agreed')}
      action={
        page.seesContract && (
          <a href={`/contracts/${contract.id}/terms/${breach.termId}`}>
            {t('sla:breach.toContract')}
          </a>
        )
      }
    >
      <p className={classes.agreed}>
        <strong>{t('sla:breach.sentence', { kpi: kpi.name, target: words.target })}</strong>
        {format.betweenSentences}
        {sentences.join(format.betweenSentences)}
      </p>
      {breach.kind === 'missing_report' && (
        <div className={classes.missing}>
          <Callout tone="attention">
            {t('sla:breach.missing', { months, rule: words.missing })}
          </Callout>
        </div>
      )}
      <BandLine
        operator={term.operator}
        target={term.target}
        warnAt={term.warn_at}
        bands={term.bands}
        unit={kpi.unit}
        measured={evaluation.measured}
      />
      <p className={classes.note}>
        {t('sla:breach.version', { version, from: words.from, to: words.to })}
      </p>
    </Section>
  );
}
