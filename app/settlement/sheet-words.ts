import type { TFunction } from 'i18next';
import { formatMonth, type Locale } from '~/shared/format';
import { isGivenBack, type SheetLine, type SheetSum } from './statement-sheet';

/** The words of a statement's lines in a language: what a line is, and where its figure comes from. */
export function sheetWords(t: TFunction, locale: Locale) {
  const month = (line: Pick<SheetLine, 'period'>) => formatMonth(line.period, locale);
  return {
    what: (line: SheetLine): string =>
      t(`settlement:line.${isGivenBack(line) ? 'creditBack' : line.kind}`, { month: month(line) }),
    source: ({ source, reason }: SheetLine): string => {
      const words = t(`settlement:source.${source as 'fixed'}`, { defaultValue: source });
      return reason === null ? words : `${words}: ${reason}`;
    },
    sum: ({ kind }: SheetSum): string => t(`settlement:sum.${kind}`),
  };
}
