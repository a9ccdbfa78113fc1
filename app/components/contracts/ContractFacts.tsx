import { useTranslation } from 'react-i18next';
import type { ContractFacts as StoredFacts } from '~/contracts/contract-record';
import type { Renewal } from '~/contracts/contract';
import type { ReportDue } from '~/shared/calendar';
import type { ContractDetails } from '~/contracts/particulars';
import { Facts, Section } from '../Section';
import { useFormat } from '../use-format';
import { AgreementFacts } from './AgreementFacts';

type Props = {
  contract: StoredFacts &
    ContractDetails & {
      number: string;
      startsOn: string;
      terminatedOn: string | null;
      renewal: Renewal;
      acceptsAlone: boolean;
    };
  scope: readonly {
    serviceCode: string;
    serviceEn: string;
    serviceZh: string;
    marketCode: string | null;
    marketEn: string | null;
    marketZh: string | null;
  }[];
  due: ReportDue | null;
  /** Its time zone and the country of its holidays as people call them. */
  calendar: { zone: string; country: string | null };
  ends: string | null;
  /** The vendor's own view: what was agreed, not how we handle its reports. */
  isOwn: boolean;
};

/** Everything that was agreed beside the terms. */
export function ContractFacts({ contract, scope, due, calendar, ends, isOwn }: Props) {
  return (
    <>
      <ScopeFacts contract={contract} scope={scope} ends={ends} />
      <MoneyFacts contract={contract} />
      <AgreementFacts contract={contract} />
      <ReportingFacts {...{ contract, due, calendar, isOwn }} />
    </>
  );
}

function ScopeFacts({ contract, scope, ends }: Pick<Props, 'contract' | 'scope' | 'ends'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const isChinese = format.locale === 'zh-CN';
  const services = [...new Set(scope.map((one) => (isChinese ? one.serviceZh : one.serviceEn)))];
  const markets = [
    ...new Set(scope.map((one) => (isChinese ? one.marketZh : one.marketEn) ?? one.marketCode)),
  ];
  const times = useTimeFacts(contract, ends);
  return (
    <Section title={t('contracts:page.covers')}>
      <Facts
        items={[
          {
            label: t('common:column.service'),
            value: services.length === 0 ? t('common:notSet') : format.listed(services),
          },
          {
            label: t('common:column.market'),
            value:
              format.listed(markets.map((market) => market ?? t('common:allMarkets'))) ||
              t('common:allMarkets'),
          },
          ...times,
        ]}
      />
    </Section>
  );
}

/** From when to when, whether it goes on by itself, and how long before its end either side must speak. */
function useTimeFacts(contract: Props['contract'], ends: string | null) {
  const { t } = useTranslation();
  const format = useFormat();
  const { renewal, noticeDay } = contract;
  const span = (days: number | null, months: number | null) =>
    months !== null
      ? t('contracts:months', { count: months })
      : days === null
        ? t('common:none')
        : t('common:days', { count: days });
  return [
    { label: t('common:column.starts'), value: format.date(contract.startsOn) },
    {
      label: t('common:column.ends'),
      value: ends === null ? t('contracts:openEnd') : format.date(ends),
    },
    {
      label: t('contracts:field.renewal'),
      value: t(`contracts:renewal.${renewal}`),
    },
    ...(renewal === 'tacit'
      ? [
          {
            label: t('contracts:field.renewalMonths'),
            value: t('contracts:months', { count: contract.renewalMonths ?? 12 }),
          },
        ]
      : []),
    {
      label: t('contracts:field.notice'),
      value: span(contract.noticeDays, contract.noticeMonths),
    },
    {
      label: t('contracts:field.vendorNotice'),
      value: span(contract.vendorNoticeDays, contract.vendorNoticeMonths),
    },
    ...(noticeDay === null || noticeDay === 'exact'
      ? []
      : [
          {
            label: t('contracts:field.noticeDay'),
            value: t(`contracts:noticeDay.${noticeDay}`),
          },
        ]),
  ];
}

function MoneyFacts({ contract }: Pick<Props, 'contract'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const none = t('common:none');
  const percent = (text: string | null) => (text === null ? none : format.percent(text, 6));
  return (
    <Section title={t('contracts:page.money')}>
      <Facts
        items={[
          { label: t('common:column.currency'), value: contract.currency },
          { label: t('contracts:field.cap'), value: percent(contract.creditCapPercent) },
          {
            label: t('contracts:field.minimum'),
            value:
              contract.creditMinimumMinor === null
                ? none
                : format.money(contract.creditMinimumMinor, contract.currency),
          },
          { label: t('contracts:field.atRisk'), value: percent(contract.atRiskPercent) },
          ...(contract.pointsTable ?? []).map(({ points, percent: share }) => ({
            label: t('contracts:page.fromPoints', { points: format.number(points) }),
            value: format.percent(share, 6),
          })),
        ]}
      />
    </Section>
  );
}

type ReportingProps = Pick<Props, 'contract' | 'due' | 'calendar' | 'isOwn'>;

function ReportingFacts({ contract, due, calendar, isOwn }: ReportingProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('contracts:page.reporting')}>
      <Facts
        items={[
          { label: t('contracts:field.due'), value: <DueWords due={due} /> },
          {
            label: t('contracts:field.grace'),
            value: t('common:days', { count: contract.graceDays }),
          },
          { label: t('contracts:field.timeZone'), value: calendar.zone },
          {
            label: t('contracts:field.calendarCountry'),
            value: calendar.country ?? t('common:none'),
          },
          ...(isOwn
            ? []
            : [
                {
                  label: t('contracts:field.acceptsAlone'),
                  value: t(contract.acceptsAlone ? 'common:yes' : 'common:no'),
                },
              ]),
        ]}
      />
    </Section>
  );
}

function DueWords({ due }: { due: ReportDue | null }) {
  const { t } = useTranslation();
  if (due === null) return t('contracts:due.none');
  return 'day' in due
    ? t('contracts:due.day', { day: due.day })
    : t('contracts:due.businessDay', { day: due.business_day });
}
