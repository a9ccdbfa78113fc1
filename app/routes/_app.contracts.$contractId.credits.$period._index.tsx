import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable } from '~/components/DataTable';
import { OutcomeMark } from '~/components/OutcomeMark';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Section } from '~/components/Section';
import { StateBadge } from '~/components/StateBadge';
import { CreditMoves } from '~/components/settlement/CreditMoves';
import { creditButtons } from '~/components/settlement/CreditActions';
import { DateText, InstantText, MoneyText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import { dayOf } from '~/auth/act';
import { actionsOpenTo, imposed, lost, owedBack, paid } from '~/settlement/credit-line';
import { findLine } from '~/settlement/line-queries.server';
import { partyOf } from '~/settlement/move-credits.server';
import { formatMonth } from '~/shared/format';
import { nameFor } from '~/shared/named';
import { formatPeriod, parsePeriod } from '~/shared/period';
import { found, recordId } from '~/shared/record-id';
import { findCredit } from '~/sla/credit-queries.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, person, act, now, can } = await requirePerson(
    args,
    'breaches.read',
  );
  const contractId = recordId(args.params['contractId']);
  const period = found(parsePeriod(args.params['period'] ?? ''));
  const { month, lines, entries } = found(await findCredit(reader, scope, contractId, period));
  const { line, moves } = found(await findLine(reader, scope, contractId, period));
  const mayAct = can('credits.decide') || can('credits.answer') || can('credits.apply');
  return {
    title: t('sla:credits.page', { month: formatMonth(period, locale) }),
    isOwn: person.role === 'vendor',
    month,
    lines: lines.map(({ kpiEn, kpiZh, marketEn, marketZh, ...line }) => ({
      ...line,
      kpi: nameFor({ nameEn: kpiEn, nameZh: kpiZh }, locale),
      market:
        marketEn === null || marketZh === null
          ? null
          : nameFor({ nameEn: marketEn, nameZh: marketZh }, locale),
    })),
    entries,
    balances: line.balances,
    canAgree: can('contracts.write'),
    claimUntil: line.claimUntil,
    moves,
    steps: mayAct
      ? actionsOpenTo(line, { by: partyOf(act), personId: person.id, asOf: dayOf(now) })
      : [],
  };
}

export default function CreditMonth() {
  const { title, month, isOwn, moves, steps, canAgree } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t('sla:credits.title'), href: '/credits' },
          { label: month.contract, href: `/contracts/${month.contractId}` },
        ]}
        state={<StateBadge>{t(`common:creditState.${month.state}`)}</StateBadge>}
        lead={t(isOwn ? 'sla:breach.ofOwn' : 'sla:breach.of', {
          vendor: month.vendorName,
          contract: month.contract,
        })}
        facts={useSums()}
        {...creditButtons(
          `/contracts/${month.contractId}/credits/${formatPeriod(month.period)}`,
          steps,
          t,
        )}
      />
      <CreditMoves
        moves={moves}
        currency={month.currency}
        action={
          canAgree && (
            <a className="no-print" href={`/contracts/${month.contractId}/settlement`}>
              {t('settlement:terms.link')}
            </a>
          )
        }
      />
      <Lines />
      <Entries />
    </>
  );
}

/** What the contract gives, what of it was imposed, paid and lost, and how far the cap reached. */
function useSums() {
  const { month, balances, claimUntil } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const { currency } = month;
  const money = (minor: number) => <MoneyText minor={minor} currency={currency} />;
  return [
    {
      label: t('settlement:credit.contracted'),
      value: money(month.issuedMinor),
      note:
        claimUntil !== null &&
        balances.calculated > 0 &&
        t('settlement:credit.until', { date: format.date(claimUntil) }),
    },
    { label: t('settlement:credit.imposed'), value: money(imposed(balances)) },
    {
      label: t('settlement:credit.paid'),
      value: money(paid(balances)),
      ...(owedBack(balances) > 0 && {
        note: t('settlement:account.owedBack', {
          amount: format.money(owedBack(balances), currency),
        }),
      }),
    },
    { label: t('settlement:credit.lost'), value: money(lost(balances)) },
    {
      label: t('sla:credits.capped'),
      value: money(month.cappedMinor),
      note:
        month.capPercent !== null &&
        t('sla:credits.ofFee', { percent: format.percent(month.capPercent, 12) }),
    },
  ];
}

function Lines() {
  const { lines, month } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const money = (minor: number) => <MoneyText minor={minor} currency={month.currency} />;
  return (
    <Section title={t('sla:credits.lines')}>
      <DataTable
        name="credit-lines"
        label={t('sla:credits.lines')}
        rows={lines}
        rowKey={({ termId }) => termId}
        rowHref={({ breachId }) => (breachId === null ? null : `/breaches/${breachId}`)}
        columns={[
          { key: 'kpi', header: t('common:column.kpi'), cell: ({ kpi }) => kpi },
          {
            key: 'market',
            header: t('common:column.market'),
            cell: ({ market }) => market ?? t('contracts:wholeVendor'),
          },
          {
            key: 'outcome',
            header: t('common:column.outcome'),
            cell: ({ outcome, severity }) => <OutcomeMark outcome={outcome} severity={severity} />,
          },
          {
            key: 'gross',
            header: t('sla:credits.gross'),
            align: 'end',
            cell: ({ creditMinor }) => money(creditMinor),
            total: money(month.grossMinor),
          },
          {
            key: 'capped',
            header: t('sla:credits.capped'),
            align: 'end',
            cell: ({ cappedMinor }) => money(cappedMinor),
            total: money(month.cappedMinor),
          },
          {
            key: 'issued',
            header: t('sla:credits.issued'),
            align: 'end',
            cell: ({ issuedMinor }) => money(issuedMinor),
            total: money(month.issuedMinor),
          },
        ]}
        empty={<p>{t('sla:credits.noLines')}</p>}
      />
    </Section>
  );
}

function Entries() {
  const { entries, month } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const money = (minor: number) => <MoneyText minor={minor} currency={month.currency} />;
  return (
    <Section title={t('sla:credits.entries')} help={t('sla:credits.entriesHelp')}>
      <DataTable
        name="credit-entries"
        label={t('sla:credits.entries')}
        rows={entries}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'kind',
            header: t('sla:credits.kind'),
            cell: ({ kind }) => t(`sla:credits.entry.${kind}`),
          },
          {
            key: 'posted',
            header: t('sla:credits.posted'),
            cell: ({ postedAt }) => <InstantText instant={postedAt} />,
          },
          {
            key: 'asOf',
            header: t('sla:credits.asOf'),
            cell: ({ asOf }) => <DateText date={asOf} />,
          },
          {
            key: 'amount',
            header: t('common:column.amount'),
            align: 'end',
            cell: ({ amountMinor }) => money(amountMinor),
            total: money(entries.reduce((sum, { amountMinor }) => sum + amountMinor, 0)),
          },
        ]}
        empty={null}
      />
    </Section>
  );
}
