import { canonical } from '~/audit/entry';
import { addDays } from '~/shared/calendar';
import type { SlaTerm } from './sla-term';
import type { CoursePart } from './standard';
import { isSameTerm } from './term-record';
import { latestVersion, versionOn, type StoredVersion } from './term-version';

/** What happens to terms that a contract has already for the same KPI and scope, and that say something else. */
export const existingChoices = ['keep', 'replace'] as const;
export type ExistingChoice = (typeof existingChoices)[number];

/** A term of the contract as the rule reads it. */
export type OwnTerm = {
  id: number;
  kpi: string;
  service: string | null;
  market: string | null;
  withdrawnAt: string | null;
  versions: (StoredVersion & { term: SlaTerm })[];
};

/** Which term of the contract stands for which of the standard; `versionId` is what the standard wrote last. */
export type Adopted = { standardTermId: number; termId: number; versionId: number | null };

/** What a term of the standard says from the day of the change on, in the contract's market. */
export type TermCourse = {
  standardTermId: number;
  course: readonly CoursePart<SlaTerm>[];
};

/** What following a standard does to a contract, term by term. */
export type FollowStep = {
  standardTermId: number;
  /** Added, changed from a day on, ended as the standard retires it, the same already, or kept as the contract's own. */
  effect: 'add' | 'change' | 'end' | 'same' | 'keep';
  termId: number | null;
  before: SlaTerm | null;
  /** The texts that the contract gets, each from its day on. */
  texts: SlaTerm[];
  /** The last day of what it says now, where the standard retires the term before it says anything else. */
  endsOn?: string;
};

type Following = {
  terms: readonly OwnTerm[];
  adopted: readonly Adopted[];
  existing: ExistingChoice;
  /** The contract's first day: a text from before it holds from the start. */
  startsOn: string;
};

/**
 * What a contract gets of a standard. A term that the standard wrote and nobody changed since follows it; one that was
 * changed by hand, or was there before with another text and is to be kept, overrides it and stays. Done twice, the
 * second time finds everything the same. A retired term ends in the contracts that inherit it, and stays in those that
 * override it.
 */
export function followStandard(
  courses: readonly TermCourse[],
  { terms, adopted, existing, startsOn }: Following,
): FollowStep[] {
  return courses.flatMap(({ standardTermId, course }) => {
    const first = course[0];
    if (!first) return [];
    const texts = textsOf(course, startsOn);
    const link = adopted.find((one) => one.standardTermId === standardTermId);
    if (first.said === null)
      return retire({ standardTermId, from: first.from, texts }, terms, link);
    const own = ownTerm(terms, link, first.said);
    if (!own) return [{ standardTermId, effect: 'add', termId: null, before: null, texts }];
    const latest = latestVersion(own.versions);
    const step = { standardTermId, termId: own.id, before: latest?.term ?? null };
    const keep: FollowStep = { ...step, effect: 'keep', texts: [] };
    if (saysAlready(own, texts, startsOn)) return [{ ...step, effect: 'same', texts: [] }];
    if (link && isOwnText(link, latest))
      return [existing === 'replace' ? { ...step, effect: 'change', texts } : keep];
    if (!link && existing === 'keep') return [keep];
    return [{ ...step, effect: 'change', texts }];
  });
}

/** A term that the standard retires: it ends where the contract inherits it; its own text, or none, stays as it is. */
function retire(
  { standardTermId, from, texts }: { standardTermId: number; from: string; texts: SlaTerm[] },
  terms: readonly OwnTerm[],
  link: Adopted | undefined,
): FollowStep[] {
  const own = terms.find(({ id, withdrawnAt }) => id === link?.termId && withdrawnAt === null);
  if (!link || !own) return [];
  const latest = latestVersion(own.versions);
  const step = { standardTermId, termId: own.id, before: latest?.term ?? null };
  if (isOwnText(link, latest)) return [{ ...step, effect: 'keep', texts: [] }];
  const endsOn = addDays(from, -1);
  if (texts.length > 0) return [{ ...step, effect: 'change', texts, endsOn }];
  const isOver = latest?.effectiveTo != null && latest.effectiveTo <= endsOn;
  return [{ ...step, ...(isOver ? { effect: 'same' } : { effect: 'end', endsOn }), texts: [] }];
}

/** Whether the contract's text is its own: never the standard's, or changed by hand since. */
function isOwnText({ versionId }: Adopted, latest: StoredVersion | null): boolean {
  return versionId === null || versionId !== latest?.id;
}

/** The texts of a course, each with its days; one before the term is retired ends the day before that. */
function textsOf(course: readonly CoursePart<SlaTerm>[], startsOn: string): SlaTerm[] {
  return course.flatMap(({ from, said }, index) => {
    if (said === null) return [];
    const next = course[index + 1];
    const to = next?.said === null ? addDays(next.from, -1) : null;
    return to !== null && to < startsOn ? [] : [dated(said, from, startsOn, to)];
  });
}

/**
 * Whether steps still do what was shown to whoever approves them. What the contract has come to say already by itself may
 * be missing; a term that was changed by hand since, or a text that is new, was not shown.
 */
export function isAsShown(shown: readonly FollowStep[], now: readonly FollowStep[]): boolean {
  return now.every(({ standardTermId, effect, texts, endsOn }) => {
    const was = shown.find((step) => step.standardTermId === standardTermId);
    if (effect === 'same') return true;
    if (effect === 'keep') return was?.effect === 'keep';
    return was !== undefined && was.endsOn === endsOn && canonical(was.texts) === canonical(texts);
  });
}

function ownTerm(
  terms: readonly OwnTerm[],
  link: Adopted | undefined,
  said: SlaTerm,
): OwnTerm | null {
  const live = terms.filter(({ withdrawnAt }) => withdrawnAt === null);
  return (
    live.find(({ id }) => id === link?.termId) ??
    live.find(
      ({ kpi, service, market }) =>
        kpi === said.kpi && service === said.scope.service && market === said.scope.market,
    ) ??
    null
  );
}

/** True where the term says each text on its first day, says nothing else after the first, and has no end of its own. */
function saysAlready({ versions }: OwnTerm, texts: readonly SlaTerm[], startsOn: string): boolean {
  const beginOf = (day: string | null) => day ?? startsOn;
  const first = beginOf(texts[0]?.effective_from ?? null);
  const live = versions.filter(({ replacedAt }) => replacedAt === null);
  const later = live.filter(({ effectiveFrom }) => beginOf(effectiveFrom) > first);
  return (
    later.length === texts.length - 1 &&
    latestVersion(versions)?.effectiveTo === (texts.at(-1)?.effective_to ?? null) &&
    texts.every((text) => {
      const version = versionOn(versions, beginOf(text.effective_from), startsOn);
      return version !== null && isSamePromise(version.term, text);
    })
  );
}

function isSamePromise(a: SlaTerm, b: SlaTerm): boolean {
  const open = { effective_from: null, effective_to: null };
  return isSameTerm({ ...a, ...open }, { ...b, ...open });
}

function dated(said: SlaTerm, from: string, startsOn: string, to: string | null): SlaTerm {
  return { ...said, effective_from: from <= startsOn ? null : from, effective_to: to };
}
