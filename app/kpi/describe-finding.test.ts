import { expect, it } from 'vitest';
import { findings as english } from '~/locales/en/findings';
import { translate } from '~/locales/i18n.server';
import { findings as chinese } from '~/locales/zh-CN/findings';
import { formatMonth } from '~/shared/format';
import { parsePeriod, type Period } from '~/shared/period';
import { airlineContext } from '../../tests/casts/kpi-cast';
import { checkReport } from './check-report';
import { describeFinding, findingSubject, type Say } from './describe-finding';
import { fileFindingCodes, readingFindingCodes } from './finding';
import { sayFinding } from './finding-words.server';
import { foldText } from './fold-text';
import { readPasted } from './read-upload';
import { standardRole } from './standard-columns';

type Tree = { readonly [key: string]: string | Tree };

function sayer(words: Tree): Say {
  return (key, values) => {
    let node: string | Tree | undefined = words;
    for (const part of key.split('.')) node = typeof node === 'object' ? node[part] : undefined;
    if (typeof node !== 'string') throw new Error(`no words for ${key}`);
    return node.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`${key} lacks ${name}`);
      return String(value);
    });
  };
}

it('has words for every code in both languages, and no words without a code', () => {
  const codes = [...fileFindingCodes, ...readingFindingCodes].sort();
  expect(Object.keys(english.code).sort()).toEqual(codes);
  expect(Object.keys(chinese.code).sort()).toEqual(codes);
});

it('heads the column of remarks so that the next reading knows it', () => {
  expect(standardRole(foldText(english.remarks))).toBe('errors');
  expect(standardRole(foldText(chinese.remarks))).toBe('errors');
});

it('says where it is, what was seen and what would be right', () => {
  const context = airlineContext({
    otherSources: [],
    limits: { fileBytes: 1e6, unpackedBytes: 1e6, rows: 100, columns: 50, findings: 100 },
  });
  const lines = [
    'Carrier code,Month,KPI,Market,Value,Numerator,Denominator',
    'WN,2023-07,OTD_PCT,ATL,133,,',
    'WN,2023-07,OTD_PCT,BOS,80,2,3',
    'AA,soon,NPS,Mars,good,,',
    'WN,2024-05,OTD_PCT,FR,80,,',
    'WN,2023-07,OTD_PCT,ATL,90,,',
  ];
  const { list } = checkReport(readPasted(lines.join('\n'), context), context);
  for (const words of [english, chinese])
    for (const finding of list) describeFinding(finding, sayer(words));
  const range = list.find(({ code }) => code === 'above_maximum');
  if (!range) throw new Error('133 % was accepted');
  expect(describeFinding(range, sayFinding(translate('en')))).toEqual({
    where: 'Row 2, column “Value”',
    what: '133 is more than is possible: 100% is the most.',
  });
  expect(describeFinding(range, sayFinding(translate('zh-CN')))).toEqual({
    where: '第 2 行“Value”列',
    what: '133 超过可能的最大值 100%。',
  });
  expect(findingSubject(range, sayer(english))).toBe('OTD_PCT, 2023-07, ATL');
});

it('names a month as its reader does', () => {
  const context = airlineContext();
  const lines = ['Carrier code,Month,KPI,Market,Value', 'WN,2024-05,OTD_PCT,ATL,80'];
  const { list } = checkReport(readPasted(lines.join('\n'), context), context);
  const future = list.find(({ code }) => code === 'period_in_future');
  if (!future) throw new Error('a month in the future was accepted');
  const named = (period: Period) => formatMonth(period, 'en');
  const names = { kpi: String, market: String, month: named };
  expect(describeFinding(future, sayer(english), names).what).toBe(
    `${named(parsePeriod('2024-05') ?? 0)} is in the future. ${named(context.asOf)} is the latest month that can be reported.`,
  );
});
