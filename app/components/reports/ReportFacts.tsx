import { useTranslation } from 'react-i18next';
import type { ReportLinks } from '~/kpi/report-on-page';
import { Facts, Section } from '../Section';
import { Timeline, type TimelineItem } from '../Timeline';
import { useFileSize } from '../use-file-size';
import type { ReportProps } from './ReportHead';
import { useMonths } from './use-months';
import classes from './reports.module.css';

/** The side of a report's page: its file, its history, and what rests on it. */
export function ReportFacts({ report, viewer, links }: ReportProps & { links?: ReportLinks }) {
  const { t } = useTranslation();
  const months = useMonths();
  const size = useFileSize();
  const { file } = report;
  const items = [
    ...(viewer.isOwn ? [] : [{ label: t('kpi:page.vendor'), value: report.vendorName }]),
    { label: t('kpi:page.months'), value: months(report) },
    { label: t('kpi:page.source'), value: t(`common:source.${report.source}`) },
    ...(file
      ? [
          {
            label: t('kpi:page.file'),
            value: (
              <>
                <a href={`/uploads/${file.id}`} download>
                  {file.name}
                </a>{' '}
                <span className={classes.quiet}>{size(file.bytes)}</span>
              </>
            ),
          },
        ]
      : []),
    ...(report.merged > 0
      ? [{ label: t('kpi:page.how'), value: t('kpi:page.merged', { count: report.merged }) }]
      : []),
  ];
  return (
    <>
      <Section title={t('kpi:page.facts')}>
        <Facts items={items} />
      </Section>
      <Section title={t('kpi:page.history')}>
        <Timeline items={useHistory({ report, viewer })} />
        {links && <Links links={links} />}
      </Section>
    </>
  );
}

function Links({ links }: { links: ReportLinks }) {
  const { t } = useTranslation();
  const months = useMonths();
  return (
    <ul className={classes.list}>
      {links.older.map((older) => (
        <li key={older.id}>
          <a href={`/reports/${older.id}`}>
            {t('kpi:history.supersedes', { months: months(older) })}
          </a>
        </li>
      ))}
      {links.newer.map((newer) => (
        <li key={newer.id}>
          <a href={`/reports/${newer.id}`}>
            {t('kpi:history.supersededBy', { months: months(newer) })}
          </a>
        </li>
      ))}
      {links.breaches.count > 0 && (
        <li>
          <a href={links.breaches.href}>
            {t('kpi:history.breaches', { count: links.breaches.count })}
          </a>
        </li>
      )}
    </ul>
  );
}

const received = {
  file: 'kpi:history.received',
  paste: 'kpi:history.receivedPaste',
  command: 'kpi:history.receivedCommand',
  api: 'kpi:history.receivedApi',
} as const;

function useHistory({ report }: ReportProps): TimelineItem[] {
  const { t } = useTranslation();
  const { createdAt, submittedAt, decidedAt, sender, submitter, decider, state } = report;
  const items: TimelineItem[] = [
    { key: 'received', at: createdAt, title: t(received[report.channel]), who: sender },
  ];
  if (submittedAt !== null)
    items.push({
      key: 'submitted',
      at: submittedAt,
      title: t('kpi:history.submitted'),
      who: submitter,
      tone: 'accent',
    });
  if (decidedAt === null) return items;
  const wasReturned = state !== 'accepted' && !report.counted;
  items.push({
    key: 'decided',
    at: decidedAt,
    title: wasReturned
      ? t('kpi:history.returned')
      : decider === null && report.channel !== 'command'
        ? t('kpi:history.acceptedAlone')
        : t('kpi:history.accepted'),
    who: decider,
    tone: wasReturned ? 'bad' : 'good',
    children: report.decisionNote,
  });
  return items;
}
