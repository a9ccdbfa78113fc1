import { useTranslation } from 'react-i18next';
import type { CreditState } from '~/settlement/credit-line';
import { changedSearch } from '~/shared/list-query';
import { DataTable } from '../DataTable';
import { Section } from '../Section';
import { MoneyText } from '../texts';

type Part = {
  state: CreditState;
  amounts: readonly { currency: string; minor: number }[];
  /** All of it in the house currency; null without a rate. */
  houseMinor: number | null;
};

/** What of the credits stands in which state; each leads to the rows behind it. */
export function StateTable({
  parts,
  house,
  search,
}: {
  parts: readonly Part[];
  house: string | null;
  search: string;
}) {
  const { t } = useTranslation();
  if (parts.length === 0) return null;
  return (
    <Section title={t('settlement:credit.settledBy')}>
      <DataTable
        name="credit-states"
        label={t('settlement:credit.settledBy')}
        rows={parts}
        rowKey={({ state }) => state}
        rowHref={({ state }) => changedSearch(search, { state })}
        columns={[
          {
            key: 'state',
            header: t('common:column.status'),
            cell: ({ state }) => t(`common:creditState.${state}`),
          },
          {
            key: 'amount',
            header: t('common:column.amount'),
            align: 'end',
            cell: ({ amounts }) =>
              amounts.map(({ minor, currency }) => (
                <div key={currency}>
                  <MoneyText minor={minor} currency={currency} />
                </div>
              )),
          },
          ...(house === null
            ? []
            : [
                {
                  key: 'house',
                  header: t('sla:credits.house', { currency: house }),
                  align: 'end' as const,
                  cell: (part: Part) =>
                    part.houseMinor === null ? (
                      t('sla:credits.noRate')
                    ) : (
                      <MoneyText minor={part.houseMinor} currency={house} />
                    ),
                },
              ]),
        ]}
        empty={null}
      />
    </Section>
  );
}
