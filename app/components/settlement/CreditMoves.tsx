import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreditState, MoveWord } from '~/settlement/credit-line';
import { Amount } from '../breach/Amount';
import { DataTable } from '../DataTable';
import { Section } from '../Section';
import { InstantText } from '../texts';

type Move = {
  id: number;
  move: MoveWord;
  fromState: CreditState;
  toState: CreditState;
  amountMinor: number;
  at: string;
  reason: string | null;
  invoiceNumber: string | null;
  person: string | null;
};

type Props = {
  moves: readonly Move[];
  currency: string;
  action?: ReactNode;
};

/** How a credit went from claim to invoice, step by step. */
export function CreditMoves({ moves, currency, action }: Props) {
  const { t } = useTranslation();
  return (
    <Section
      title={t('settlement:credit.moves')}
      help={t('settlement:credit.movesHelp')}
      action={action}
    >
      <DataTable
        name="credit-moves"
        label={t('settlement:credit.moves')}
        rows={moves}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'step',
            header: t('settlement:credit.step'),
            cell: ({ move }) => t(`settlement:credit.word.${move}`),
          },
          {
            key: 'states',
            header: t('common:column.status'),
            cell: ({ fromState, toState }) => (
              <span className="unbroken">
                {t('settlement:credit.fromTo', {
                  from: t(`common:creditState.${fromState}`),
                  to: t(`common:creditState.${toState}`),
                })}
              </span>
            ),
          },
          {
            key: 'at',
            header: t('sla:credits.posted'),
            cell: ({ at, person }) => (
              <span>
                <InstantText instant={at} />
                {' · '}
                {person ?? t('settlement:credit.byClock')}
              </span>
            ),
          },
          {
            key: 'reason',
            header: t('settlement:field.reason'),
            cell: ({ reason, invoiceNumber }) =>
              invoiceNumber === null
                ? reason
                : t('settlement:event.invoice', { number: invoiceNumber }),
          },
          {
            key: 'amount',
            header: t('common:column.amount'),
            unit: currency,
            align: 'end',
            cell: ({ amountMinor }) => (
              <Amount minor={amountMinor} currency={currency} named={false} />
            ),
          },
        ]}
        empty={<p>{t('settlement:credit.noMoves')}</p>}
      />
    </Section>
  );
}
