import type { TFunction } from 'i18next';
import { dayOf, type Scope } from '~/auth/act';
import type { Language } from '~/locales/languages';
import type { Reader } from '~db/store.server';
import { statementInHouse } from './house-statement.server';
import type { StatementToPrint } from './print-statement';
import { findStatement } from './statement-queries.server';
import { sheetSums, statementSheet } from './statement-sheet';

/** A statement with all that its file shows, in a language; for us in the house currency too. Null out of scope. */
export async function statementToPrint(
  reader: Reader,
  scope: Scope,
  statementId: number,
  { language, now, t }: { language: Language; now: Date; t: TFunction },
): Promise<StatementToPrint | null> {
  const found = await findStatement(reader, scope, statementId);
  if (!found) return null;
  const { statement, open } = found;
  const house = scope.kind === 'vendor' ? null : await statementInHouse(reader, statement);
  return {
    language,
    madeOn: dayOf(now),
    period: statement.period,
    currency: statement.currency,
    contract: statement.contract,
    contractTitle: statement.contractTitle,
    vendorName: statement.vendorName,
    stateWords: t(`settlement:state.${statement.state}`),
    invoiceNumber: statement.invoiceNumber,
    demonstration: statement.demonstration,
    ...statementSheet(found),
    sums: sheetSums(statement, house),
    house,
    open,
  };
}
