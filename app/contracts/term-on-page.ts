import type { SlaTerm } from './sla-term';
import { latestVersion, versionOn, type StoredVersion } from './term-version';

type Named = { en: string | null; zh: string | null; code: string | null };

type ReadTerm = {
  id: number;
  kpi: string;
  kpiEn: string;
  kpiZh: string;
  unit: string;
  service: string | null;
  serviceEn: string | null;
  serviceZh: string | null;
  market: string | null;
  marketEn: string | null;
  marketZh: string | null;
  withdrawnAt: string | null;
  versions: (StoredVersion & {
    version: number;
    reason: string | null;
    createdAt: string;
    changedBy: string | null;
    term: SlaTerm;
  })[];
};

/** Where a term stands on a day. */
export type TermStanding = 'in_force' | 'upcoming' | 'ended' | 'withdrawn';

export type TermOnPage = {
  id: number;
  kpi: string;
  name: string;
  unit: string;
  service: string | null;
  market: string | null;
  standing: TermStanding;
  /** What holds today, else what will or did last. */
  current: { versionId: number; version: number; term: SlaTerm } | null;
  versions: ReadTerm['versions'];
};

type Reading = { locale: 'en' | 'zh-CN'; today: string; startsOn: string; isOwn: boolean };

/** Terms as a page shows them; a vendor sees what was agreed, not who of us changed it and why. */
export function termsForReader(terms: readonly ReadTerm[], reading: Reading): TermOnPage[] {
  const { locale, today, startsOn, isOwn } = reading;
  const named = ({ en, zh, code }: Named) => (locale === 'zh-CN' ? zh : en) ?? code;
  return terms.map((term) => {
    const now = versionOn(term.versions, today, startsOn);
    const shown = now ?? latestVersion(term.versions);
    return {
      id: term.id,
      kpi: term.kpi,
      name: named({ en: term.kpiEn, zh: term.kpiZh, code: term.kpi }) ?? term.kpi,
      unit: term.unit,
      service: named({ en: term.serviceEn, zh: term.serviceZh, code: term.service }),
      market: named({ en: term.marketEn, zh: term.marketZh, code: term.market }),
      standing: standingOf(term, today, startsOn),
      current: shown && { versionId: shown.id, version: shown.version, term: shown.term },
      versions: isOwn
        ? term.versions.map((version) => ({ ...version, reason: null, changedBy: null }))
        : term.versions,
    };
  });
}

function standingOf(term: ReadTerm, today: string, startsOn: string): TermStanding {
  if (term.withdrawnAt !== null) return 'withdrawn';
  if (versionOn(term.versions, today, startsOn)) return 'in_force';
  const latest = latestVersion(term.versions);
  return latest && (latest.effectiveFrom ?? startsOn) > today ? 'upcoming' : 'ended';
}
