import type { TFunction } from 'i18next';
import { nameIn, type Voice } from './failure-words';
import type { BriefCandidate, ProposalSnapshot } from './proposal';
import { everyCandidate } from './every-candidate';

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

/**
 * Who may be chosen, as the forms of a decision need it: those that are kept whole, and whom of those behind them the reader
 * has picked.
 */
export function decidingOf(
  proposalId: number,
  snapshot: ProposalSnapshot,
  pickedId: number | null = null,
) {
  const { id, name } = snapshot.incumbent.vendor;
  const behind = snapshot.behind?.candidates ?? [];
  const picked = everyCandidate(snapshot).find(({ vendor }) => vendor.id === pickedId);
  const kept = snapshot.candidates.filter((candidate) => candidate.vendor.id !== picked?.vendor.id);
  return {
    proposalId,
    incumbent: { id, name },
    pickedId: picked?.vendor.id ?? null,
    pickedBrief: briefOf(behind, pickedId),
    behind: behind.length,
    candidates: [...(picked ? [picked] : []), ...kept].map(({ vendor, rank, score }) => ({
      id: vendor.id,
      name: vendor.name,
      rank,
      score,
    })),
  };
}

function briefOf(behind: readonly BriefCandidate[], pickedId: number | null) {
  const picked = behind.find(({ vendor }) => vendor.id === pickedId);
  return picked ? { id: picked.vendor.id, name: picked.vendor.name, score: picked.score } : null;
}
