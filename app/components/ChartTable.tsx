import { useTranslation } from 'react-i18next';
import { formatPeriod, type Period } from '~/shared/period';
import { IconDownload } from './icons';
import { OutcomeMark } from './OutcomeMark';
import type { TrendPoint } from './TrendChart';
import { useFormat } from './use-format';
import classes from './TrendChart.module.css';

type Props = {
  slots: readonly { period: Period; point: TrendPoint | null }[];
  unit: string | null;
  target: string | number | null;
  name: string;
};

/** The chart's figures as a table to open and as a file with the exact values. */
export function ChartTable({ slots, unit, target, name }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const digits = { minDigits: unit === '%' ? 2 : 0 };
  return (
    <div className={`${classes.below} no-print`}>
      <details>
        <summary>{t('kit:chart.showTable')}</summary>
        <div className={classes.tableBox}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('common:column.period')}</th>
                <th scope="col" data-end>
                  {t('common:column.value')} {unit !== null && format.unitOfFigures(unit)}
                </th>
                <th scope="col">{t('common:column.outcome')}</th>
              </tr>
            </thead>
            <tbody>
              {slots.map(({ period, point }) => (
                <tr key={period}>
                  <th scope="row">{format.month(period)}</th>
                  <td data-end title={point?.value ?? undefined}>
                    {point?.value == null
                      ? t('kit:chart.missing')
                      : target === null
                        ? format.number(point.value, digits)
                        : format.againstTarget(point.value, target, digits)}
                  </td>
                  <td>
                    {point?.outcome && (
                      <OutcomeMark outcome={point.outcome} severity={point.severity} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <a download={`${name}.csv`} href={csvOf(slots)} className={classes.download}>
        <IconDownload size={14} aria-hidden />
        {t('kit:chart.download')}
      </a>
    </div>
  );
}

function csvOf(slots: Props['slots']): string {
  const rows = slots.map(({ period, point }) =>
    [formatPeriod(period), point?.value ?? '', point?.outcome ?? '', point?.severity ?? ''].join(
      ',',
    ),
  );
  const text = ['period,value,outcome,severity', ...rows].join('\r\n');
  return `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;
}
