import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { PostButton } from '~/components/breach/PostButton';
import { ButtonLink } from '~/components/form/buttons';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { Callout } from '~/components/Notice';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Section } from '~/components/Section';
import { CreditsNotAgreed } from '~/components/settlement/CreditsNotAgreed';
import { StatementBadge } from '~/components/settlement/StatementBadge';
import { StatementHouse } from '~/components/settlement/StatementHouse';
import { StatementLines } from '~/components/settlement/StatementLines';
import { MoneyText } from '~/components/texts';
import { Timeline } from '~/components/Timeline';
import { statementInHouse } from '~/settlement/house-statement.server';
import { statementPartyOf } from '~/settlement/move-statement.server';
import { rateText } from '~/settlement/print-statement';
import { stepsOpenTo } from '~/settlement/statement';
import { findStatement } from '~/settlement/statement-queries.server';
import { sheetSums, statementSheet } from '~/settlement/statement-sheet';
import { formatMonth } from '~/shared/format';
import { found, recordId } from '~/shared/record-id';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, person, act, can } = await requirePerson(
    args,
    'statements.read',
  );
  const statementId = recordId(args.params['statementId']);
  const { statement, entries, events, open } = found(
    await findStatement(reader, scope, statementId),
  );
  const house = person.role === 'vendor' ? null : await statementInHouse(reader, statement);
  const mayAct = can('statements.send') || can('statements.answer') || can('statements.settle');
  return {
    title: t('settlement:page.title', { month: formatMonth(statement.period, locale) }),
    isOwn: person.role === 'vendor',
    statement,
    sheet: statementSheet({ statement, entries }),
    sums: sheetSums(statement, house),
    house: house && {
      currency: house.currency,
      text: rateText(house, { ...statement, language: locale }, t),
    },
    events,
    open,
    steps: mayAct ? stepsOpenTo(statement, statementPartyOf(act)) : [],
  };
}

export default function StatementPage() {
  const { title, statement, sheet, sums, house, open, isOwn } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { currency, state } = statement;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t('settlement:title'), href: '/statements' },
          { label: statement.contract, href: `/contracts/${statement.contractId}` },
        ]}
        state={<StatementBadge state={state} />}
        lead={
          isOwn ? statement.contractTitle : `${statement.vendorName} · ${statement.contractTitle}`
        }
        facts={useSums()}
        {...useActions()}
      />
      {statement.feeOpen && <Callout>{t('settlement:page.feeOpen')}</Callout>}
      {statement.demonstration && <Callout>{t('settlement:page.demonstration')}</Callout>}
      <Section title={t('settlement:page.lines')}>
        <StatementLines
          lines={sheet.lines}
          totalMinor={sheet.totalMinor}
          currency={currency}
          contractId={statement.contractId}
        />
      </Section>
      {house && <StatementHouse house={house} sums={sums} currency={currency} />}
      {open.length > 0 && (
        <CreditsNotAgreed open={open} currency={currency} contractId={statement.contractId} />
      )}
      <Events />
    </>
  );
}

/** What is to be paid, and the fee and credits that it comes of. */
function useSums() {
  const { statement, isOwn } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { currency, totalMinor } = statement;
  return [
    {
      label: t('settlement:column.total'),
      value: <MoneyText minor={totalMinor} currency={currency} />,
      note: t(
        totalMinor < 0
          ? 'settlement:page.totalNoteBelow'
          : isOwn
            ? 'settlement:page.totalNoteOwn'
            : 'settlement:page.totalNote',
      ),
    },
    {
      label: t('settlement:column.fee'),
      value: statement.feeOpen ? (
        t('common:outcome.no_data')
      ) : (
        <MoneyText minor={statement.feeMinor} currency={currency} />
      ),
    },
    {
      label: t('settlement:column.credits'),
      value: <MoneyText minor={statement.creditMinor} currency={currency} />,
    },
    ...(statement.invoiceNumber === null
      ? []
      : [{ label: t('settlement:column.invoice'), value: statement.invoiceNumber }]),
  ];
}

function Events() {
  const { events } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Section title={t('settlement:page.events')}>
      {events.length === 0 ? (
        <p>{t('settlement:page.noEvents')}</p>
      ) : (
        <Timeline
          items={events.map(({ id, at, kind, text, person }) => ({
            key: id,
            at,
            title: t(`settlement:event.${kind}`),
            who: person,
            children:
              text !== null &&
              (kind === 'settled' ? t('settlement:event.invoice', { number: text }) : text),
          }))}
        />
      )}
    </Section>
  );
}

function useActions() {
  const { statement, steps } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const base = `/statements/${statement.id}`;
  const files = (
    <>
      <ButtonLink href={`${base}/csv`} look="quiet" download>
        {t('settlement:page.csv')}
      </ButtonLink>
      <ButtonLink href={`${base}/pdf`} download>
        {t('settlement:page.pdf')}
      </ButtonLink>
    </>
  );
  const objection = steps.includes('dispute') && (
    <ButtonLink href={`${base}/objection`}>{t('settlement:act.object')}</ButtonLink>
  );
  const main = steps.includes('send') ? (
    <PostButton action={`${base}/sending`}>{t('settlement:act.send')}</PostButton>
  ) : steps.includes('agree') ? (
    <ConfirmButton
      label={t('settlement:act.agree')}
      title={t('settlement:act.agreeTitle')}
      action={`${base}/agreement`}
      values={{ total: String(statement.totalMinor) }}
      look="primary"
      openLook="primary"
    >
      {t('settlement:act.agreeHelp')}
    </ConfirmButton>
  ) : steps.includes('settle') ? (
    <ButtonLink href={`${base}/settlement`} look="primary">
      {t('settlement:act.settle')}
    </ButtonLink>
  ) : null;
  return {
    also: (
      <>
        {files}
        {objection}
      </>
    ),
    ...(main && { action: main }),
  };
}
