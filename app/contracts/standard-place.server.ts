import type { Scope } from '~/auth/act';
import { nameFor } from '~/shared/named';
import { found, notFound, recordId } from '~/shared/record-id';
import { findMarket } from '~/vendors/library-queries.server';
import type { Reader } from '~db/store.server';
import { findStandard, loadStandard, wholeTree } from './standard-queries.server';
import { standardPath } from './standard';

type Asked = {
  standardId: string | undefined;
  standardTermId: string | undefined;
  /** As the page's address names it; the standard's own where it names none. */
  market: string | null;
};

/** A term of a standard and the market in which it is looked at, as a page's address names them; else not there. */
export async function standardPlace(
  reader: Reader,
  scope: Scope,
  asked: Asked,
  locale: 'en' | 'zh-CN',
) {
  const standardId = recordId(asked.standardId);
  const head = found(await findStandard(reader, standardId));
  const standard = found(await loadStandard(reader, standardId));
  const termId = recordId(asked.standardTermId);
  const term = found(standard.terms.find(({ id }) => id === termId));
  const market = found(
    await findMarket(reader, scope, asked.market ? recordId(asked.market) : standard.marketId),
  );
  const tree = await wholeTree(reader);
  if (standardPath(tree, standard.marketId, market.id).length === 0) throw notFound();
  return {
    ...{ standardId, termId, marketId: market.id, standard, tree },
    name: nameFor(head, locale),
    market: nameFor(market, locale),
    term: nameFor({ nameEn: term.kpiEn, nameZh: term.kpiZh }, locale),
  };
}
