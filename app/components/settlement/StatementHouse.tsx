import { useTranslation } from 'react-i18next';
import type { SheetSum } from '~/settlement/statement-sheet';
import { Amount } from '../breach/Amount';
import { DataTable } from '../DataTable';
import { Section } from '../Section';
import { useSheetWords } from './use-sheet-words';

type Props = {
  /** The house currency, and by which rates it was reckoned. */
  house: { currency: string; text: string };
  sums: readonly SheetSum[];
  /** The statement's own. */
  currency: string;
};

/** The sums of a statement in its own currency and in the house's. */
export function StatementHouse({ house, sums, currency }: Props) {
  const { t } = useTranslation();
  const words = useSheetWords();
  const title = t('settlement:house.title', { currency: house.currency });
  return (
    <Section
      title={title}
      help={house.text}
      action={
        <a className="no-print" href="/rates">
          {t('settlement:rates.title')}
        </a>
      }
    >
      <DataTable
        name="statement-house"
        label={title}
        rows={sums}
        rowKey={({ kind }) => kind}
        columns={[
          { key: 'what', header: t('settlement:column.what'), cell: (sum) => words.sum(sum) },
          {
            key: 'own',
            header: t('common:column.amount'),
            unit: currency,
            align: 'end',
            cell: ({ minor }) => <Amount minor={minor} currency={currency} named={false} />,
          },
          {
            key: 'house',
            header: t('common:column.amount'),
            unit: house.currency,
            align: 'end',
            cell: ({ houseMinor }) =>
              houseMinor === null ? (
                t('settlement:house.noRate')
              ) : (
                <Amount minor={houseMinor} currency={house.currency} named={false} />
              ),
          },
        ]}
        empty={null}
      />
    </Section>
  );
}
