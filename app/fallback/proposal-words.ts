import type { TFunction } from 'i18next';
import { nameIn, type Voice } from './failure-words';
import type { ProposalSnapshot } from './proposal';

/** The question that a proposal answers: its page's title. */
export function proposalTitle(
  { incumbent, service, market }: Pick<ProposalSnapshot, 'incumbent' | 'service' | 'market'>,
  t: TFunction,
  locale: Voice['locale'],
): string {
  const words = { vendor: incumbent.vendor.name, service: nameIn(service, locale) };
  return market
    ? t('fallback:proposal.titleMarket', { ...words, market: nameIn(market, locale) })
    : t('fallback:proposal.title', words);
}

/** Who may be chosen, as the forms of a decision need it. */
export function decidingOf(proposalId: number, snapshot: ProposalSnapshot) {
  const { id, name } = snapshot.incumbent.vendor;
  return {
    proposalId,
    incumbent: { id, name },
    candidates: snapshot.candidates.map(({ vendor, rank, score }) => ({
      id: vendor.id,
      name: vendor.name,
      rank,
      score,
    })),
  };
}
