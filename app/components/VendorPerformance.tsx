import { useTranslation } from 'react-i18next';
import { measureName } from '~/actions/measure';
import type { Named } from '~/shared/named';
import type { Period } from '~/shared/period';
import type { Outcome, Severity } from './OutcomeMark';
import { SeverityMark } from './OutcomeMark';
import { HeatMap } from './HeatMap';
import { Section } from './Section';
import { NumberText } from './texts';
import { useFormat } from './use-format';
import classes from './VendorPerformance.module.css';

export type PerformanceRow = {
  termId: number;
  kpiId: number;
  /** The KPI, with service and market where the term speaks of a part. */
  label: string;
  unit: string;
  cells: {
    period: Period;
    outcome: Outcome;
    severity: Severity | null;
    measured: string | null;
    target: string | null;
    breachId: number | null;
  }[];
};

export type LatestBreach = {
  id: number;
  period: Period;
  kpi: Named;
  service: Named | null;
  market: Named | null;
  unit: string;
  severity: Severity;
  measured: string | null;
  target: string;
};

export type Performance = {
  first: Period;
  last: Period;
  rows: PerformanceRow[];
  breaches: LatestBreach[];
};

type Props = { vendorId: number; performance: Performance };

/** A heat map's figures: one decimal for percentages, none else, but as many as show on which side of its target one lies. */
export function useHeatFigure() {
  const format = useFormat();
  return (measured: string, target: string | null, unit: string) => {
    const digits = unit === '%' ? 1 : 0;
    const options = { maxDigits: digits, minDigits: digits };
    return target === null
      ? format.number(measured, options)
      : format.againstTarget(measured, target, options);
  };
}

/** How a vendor kept its terms in the last twelve months, one row a term, each month leading to what is behind it. */
export function VendorHeatStrip({ vendorId, performance }: Props) {
  const { first, last, rows } = performance;
  const { t } = useTranslation();
  const format = useFormat();
  const figure = useHeatFigure();
  if (rows.length === 0) return <p className={classes.none}>{t('sla:performance.nothing')}</p>;
  const known = rows.flatMap(({ cells }) => cells).filter(({ outcome }) => outcome !== 'pending');
  const failed = known.filter(({ outcome }) => outcome === 'breached').length;
  return (
    <HeatMap
      title={t('sla:performance.own', {
        count: failed,
        total: known.length,
        from: format.month(first),
        to: format.month(last),
      })}
      periods={Array.from({ length: last - first + 1 }, (_, index) => first + index)}
      rows={rows.map(({ termId, kpiId, label, unit, cells }) => ({
        key: termId,
        label,
        href: `/vendors/${vendorId}/kpis/${kpiId}`,
        cells: cells.map(({ period, outcome, severity, measured, target, breachId }) => ({
          period,
          outcome,
          severity,
          ...(measured !== null && {
            text: figure(measured, target, unit),
          }),
          href: breachId === null ? `/vendors/${vendorId}/kpis/${kpiId}` : `/breaches/${breachId}`,
        })),
      }))}
    />
  );
}

/** A vendor's heat strip and its latest breaches, as two sections of its page. */
export function VendorPerformance({ vendorId, performance, code }: Props & { code?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { breaches } = performance;
  return (
    <>
      <Section title={t('sla:performance.section')}>
        <VendorHeatStrip vendorId={vendorId} performance={performance} />
      </Section>
      <Section
        title={t('sla:performance.latest')}
        action={
          breaches.length > 0 && (
            <a href={code === undefined ? '/breaches' : `/breaches?vendor=${code}`}>
              {t('sla:performance.allBreaches')}
            </a>
          )
        }
      >
        {breaches.length === 0 ? (
          <p className={classes.none}>{t('sla:performance.none')}</p>
        ) : (
          <ul className={classes.list}>
            {breaches.map(({ id, period, unit, severity, measured, target, ...measure }) => (
              <li key={id}>
                <a href={`/breaches/${id}`}>
                  {t('sla:breach.title', {
                    kpi: measureName(measure, { t, locale: format.locale }),
                    period: format.month(period),
                  })}
                </a>
                <span className={classes.figures}>
                  {measured === null ? (
                    t('common:breachKind.missing_report')
                  ) : (
                    <NumberText
                      value={measured}
                      target={target}
                      unit={unit}
                      minDigits={unit === '%' ? 2 : 0}
                    />
                  )}
                  <SeverityMark severity={severity} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
