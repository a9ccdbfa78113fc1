import type { TFunction } from 'i18next';
import type { Language } from '~/locales/languages';
import type { PrintedBlock, PrintedDocument } from '~/print/printed-document';
import { formatDate, formatMonth, formatNumber } from '~/shared/format';
import { formatMinor, minorDigits } from '~/shared/money';
import type { Period } from '~/shared/period';
import { sheetWords } from './sheet-words';
import type { SheetLine, SheetSum } from './statement-sheet';

type Rate = { rate: string; on: string | null; source: string } | null;

export type StatementToPrint = {
  language: Language;
  /** The day on which it was made, `YYYY-MM-DD`. */
  madeOn: string;
  period: Period;
  currency: string;
  contract: string;
  contractTitle: string;
  vendorName: string;
  stateWords: string;
  invoiceNumber: string | null;
  demonstration: boolean;
  lines: readonly SheetLine[];
  totalMinor: number;
  sums: readonly SheetSum[];
  house: { currency: string; average: Rate; monthEnd: Rate } | null;
  open: readonly { period: Period; state: 'calculated' | 'claimed' | 'disputed'; minor: number }[];
};

/** A statement as a document to print, in one language: the figures of its page, line by line. */
export function printStatement(statement: StatementToPrint, t: TFunction): PrintedDocument {
  const { language, currency, period, contract } = statement;
  const title = t('settlement:page.title', { month: formatMonth(period, language) });
  return {
    language,
    title,
    subtitle: `${statement.vendorName} · ${contract} · ${statement.contractTitle}`,
    header: `${t('common:product')} · ${title} · ${contract}`,
    footer: t('settlement:print.made', { date: formatDate(statement.madeOn, language) }),
    pageWords: t('settlement:print.page', { page: '{page}', pages: '{pages}' }),
    blocks: [
      { kind: 'facts', items: factsOf(statement, t) },
      ...(statement.demonstration
        ? [{ kind: 'text', text: t('settlement:page.demonstration') } as const]
        : []),
      { kind: 'heading', text: t('settlement:page.lines') },
      linesTable(statement, t),
      ...houseBlocks(statement, t),
      ...openBlocks(statement, t),
      { kind: 'text', quiet: true, text: t('settlement:print.sources', { currency }) },
    ],
  };
}

/** An amount without its currency, which stands in the heading of its column. */
function figure(minor: number, currency: string): string {
  return formatNumber(formatMinor(minor, currency), {
    minDigits: minorDigits(currency) ?? 2,
    maxDigits: minorDigits(currency) ?? 2,
  });
}

function factsOf(statement: StatementToPrint, t: TFunction) {
  const { currency, totalMinor, invoiceNumber } = statement;
  return [
    {
      label: t('settlement:sum.total'),
      value: `${currency} ${figure(totalMinor, currency)}`,
    },
    { label: t('common:column.status'), value: statement.stateWords },
    ...(invoiceNumber === null
      ? []
      : [{ label: t('settlement:column.invoice'), value: invoiceNumber }]),
  ];
}

function linesTable(statement: StatementToPrint, t: TFunction): PrintedBlock {
  const { language, currency, lines, totalMinor } = statement;
  const words = sheetWords(t, language);
  return {
    kind: 'table',
    columns: [
      { header: t('settlement:column.what'), width: 'rest' },
      { header: t('settlement:column.source'), width: 'rest' },
      { header: `${t('common:column.amount')} (${currency})`, align: 'end' },
    ],
    rows: lines.map((line) => [
      words.what(line),
      words.source(line),
      line.minor === null ? t('common:outcome.no_data') : figure(line.minor, currency),
    ]),
    total: [t('settlement:sum.total'), '', figure(totalMinor, currency)],
  };
}

function houseBlocks(statement: StatementToPrint, t: TFunction): PrintedBlock[] {
  const { house, sums, currency, language } = statement;
  if (house === null) return [];
  const words = sheetWords(t, language);
  const inHouse = ({ houseMinor }: SheetSum) =>
    houseMinor === null ? t('settlement:house.noRate') : figure(houseMinor, house.currency);
  const total = sums.find(({ kind }) => kind === 'total');
  return [
    { kind: 'heading', text: t('settlement:house.title', { currency: house.currency }) },
    {
      kind: 'table',
      columns: [
        { header: t('settlement:column.what'), width: 'rest' },
        { header: currency, align: 'end' },
        { header: house.currency, align: 'end' },
      ],
      rows: sums
        .filter(({ kind }) => kind !== 'total')
        .map((sum) => [words.sum(sum), figure(sum.minor, currency), inHouse(sum)]),
      ...(total && { total: [words.sum(total), figure(total.minor, currency), inHouse(total)] }),
    },
    { kind: 'text', quiet: true, text: rateText(house, statement, t) },
  ];
}

/** The rates that led into the house currency, with the day and who published them. */
export function rateText(
  house: { currency: string; average: Rate; monthEnd: Rate },
  { currency, period, language }: Pick<StatementToPrint, 'currency' | 'period' | 'language'>,
  t: TFunction,
): string {
  const { average, monthEnd } = house;
  if (!average || !monthEnd)
    return t('settlement:house.missing', { currency, house: house.currency });
  return t('settlement:house.rates', {
    currency,
    house: house.currency,
    month: formatMonth(period, language),
    average: average.rate,
    monthEnd: monthEnd.rate,
    day: monthEnd.on === null ? '' : formatDate(monthEnd.on, language),
    source: average.source,
  });
}

function openBlocks(statement: StatementToPrint, t: TFunction): PrintedBlock[] {
  const { open, currency, language } = statement;
  if (open.length === 0) return [];
  return [
    { kind: 'heading', text: t('settlement:page.open') },
    { kind: 'text', quiet: true, text: t('settlement:page.openHelp') },
    {
      kind: 'table',
      columns: [
        { header: t('common:column.period'), width: 'rest' },
        { header: t('common:column.status') },
        { header: `${t('common:column.amount')} (${currency})`, align: 'end' },
      ],
      rows: open.map(({ period, state, minor }) => [
        formatMonth(period, language),
        t(`common:creditState.${state}`),
        figure(minor, currency),
      ]),
    },
  ];
}
