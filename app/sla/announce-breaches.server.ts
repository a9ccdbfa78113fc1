import { inArray } from 'drizzle-orm';
import type { Act } from '~/auth/act';
import type {
  AgreedContract,
  AgreedTermVersions,
} from '~/contracts/load-contract-documents.server';
import { translate } from '~/locales/i18n.server';
import type { Language } from '~/locales/languages';
import { unitAfterFigure } from '~/locales/unit-text';
import { inEachLanguage } from '~/notifications/each-language';
import {
  insidersOfVendors,
  queueMails,
  recipientsOfVendors,
} from '~/notifications/queue-mail.server';
import { formatAgainstTarget, formatMonth, formatNumber } from '~/shared/format';
import { namedByCode } from '~/shared/named-by-code.server';
import { kpis } from '~db/schema/kpi';
import { markets } from '~db/schema/markets';
import { vendors } from '~db/schema/vendors';
import type { Tx } from '~db/store.server';
import { measureInLetter } from './letter-words.server';
import type { EvaluationRow } from './write-evaluations.server';

type Announcement = { contract: AgreedContract; opened: readonly EvaluationRow[] };

/** One letter to the vendor and to the managers for all breaches of a contract that one evaluation has opened. */
export async function announceBreaches(
  tx: Tx,
  act: Act,
  evaluated: readonly Announcement[],
): Promise<void> {
  const news = evaluated.filter(({ opened }) => opened.length > 0);
  if (news.length === 0) return;
  const vendorIds = [...new Set(news.map(({ contract }) => contract.vendorId))];
  const named = await tx
    .select({ id: vendors.id, name: vendors.name })
    .from(vendors)
    .where(inArray(vendors.id, vendorIds));
  const nameOf = new Map(named.map(({ id, name }) => [id, name]));
  const outsiders = await recipientsOfVendors(tx, vendorIds);
  const managers = await insidersOfVendors(tx, 'manager', vendorIds);
  const wordsOf = await breachWords(tx, news);
  const post = news.map((each) => {
    const { vendorId } = each.contract;
    return {
      recipients: [...(outsiders.get(vendorId) ?? []), ...(managers.get(vendorId) ?? [])],
      letter: letterOf(each, nameOf.get(vendorId) ?? '', wordsOf),
    };
  });
  await queueMails(tx, act, post);
}

type BreachWords = (
  term: AgreedTermVersions | undefined,
  breach: EvaluationRow,
  language: Language,
) => string;

/** What is said of a breach: its month, what was measured by its name, and the value with its unit. */
async function breachWords(tx: Tx, news: readonly Announcement[]): Promise<BreachWords> {
  const terms = news.flatMap(({ contract }) => contract.terms);
  const kpi = await namedByCode(
    tx,
    kpis,
    terms.map((term) => term.kpi),
  );
  const market = await namedByCode(
    tx,
    markets,
    terms.flatMap((term) => term.market ?? []),
  );
  return (term, { period, measured, versionId }, language) => {
    const month = formatMonth(period, language);
    if (!term) return month;
    const place = term.market === null ? null : market(term.market);
    const what = measureInLetter(kpi(term.kpi), place, language);
    if (measured === null) return `${month}  ${what}  –`;
    const agreed = term.versions.find((version) => version.versionId === versionId)?.term;
    const unit = unitAfterFigure(translate(language), term.unit);
    const value = agreed
      ? formatAgainstTarget(measured, agreed.target, { unit })
      : formatNumber(measured, { unit });
    return `${month}  ${what}  ${value}`;
  };
}

function letterOf({ contract, opened }: Announcement, vendor: string, wordsOf: BreachWords) {
  const termOf = new Map(contract.terms.map((term) => [term.termId, term]));
  const inOrder = [...opened].sort((a, b) => a.period - b.period);
  return {
    template: 'breachesOpened' as const,
    params: {
      vendor,
      contract: contract.number,
      count: opened.length,
      lines: inEachLanguage((language) =>
        inOrder
          .map((breach) => wordsOf(termOf.get(breach.termId), breach, language))
          .join('\n')
          .replaceAll('\u00a0', ' '),
      ),
      link: '/breaches',
    },
    vendorId: contract.vendorId,
  };
}
