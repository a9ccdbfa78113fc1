import type { VendorStatus } from '~/vendors/vendor';

/** The parts in which a vendor describes itself, in the order in which they are asked. */
export const sections = [
  'profile',
  'identifiers',
  'offerings',
  'contacts',
  'subcontractors',
  'certificates',
  'questionnaire',
] as const;
export type Section = (typeof sections)[number];

export function isSection(text: unknown): text is Section {
  return sections.some((section) => section === text);
}

/** Sections in which a vendor may truly say that there is nothing to enter. */
const mayBeEmpty: readonly Section[] = ['subcontractors', 'certificates'];

/** Whether a section may be declared empty. */
export function canBeEmpty(section: Section): boolean {
  return mayBeEmpty.includes(section);
}

/** What is there of a section: parts entered of parts asked for, and what was said of it. */
export type SectionFacts = {
  section: Section;
  done: number;
  total: number;
  nothing: boolean;
  remark: string | null;
  isReturned: boolean;
};

export type SectionState = 'empty' | 'started' | 'complete' | 'returned';

/** How a section stands; what was sent back is returned until the vendor submits anew. */
export function sectionState({ done, total, nothing, isReturned }: SectionFacts): SectionState {
  if (isReturned) return 'returned';
  if (done >= total || (nothing && done === 0)) return 'complete';
  return done === 0 ? 'empty' : 'started';
}

function isFilled(facts: SectionFacts): boolean {
  return sectionState({ ...facts, isReturned: false }) === 'complete';
}

/** Where the vendor's description as a whole stands. */
export type CompanyState = 'filling' | 'submitted' | 'returned' | 'admitted';

/** Before screening it is being filled in; in screening it rests with us unless sections were sent back. */
export function companyState(
  status: VendorStatus,
  facts: readonly Pick<SectionFacts, 'isReturned'>[],
): CompanyState {
  switch (status) {
    case 'prospect':
    case 'rejected':
    case 'exited':
      return 'filling';
    case 'screening':
      return facts.some(({ isReturned }) => isReturned) ? 'returned' : 'submitted';
    default:
      return 'admitted';
  }
}

/** Whether the vendor may change a section now: while it rests with us only what was sent back. */
export function isOpenForVendor(
  state: CompanyState,
  { isReturned }: Pick<SectionFacts, 'isReturned'>,
): boolean {
  return state === 'filling' || state === 'admitted' || isReturned;
}

/** Sections that keep a vendor from submitting. */
export function unfinished(facts: readonly SectionFacts[]): Section[] {
  return facts.filter((each) => !isFilled(each)).map(({ section }) => section);
}

/** Whether there is something to submit: the first time, or again after sections were sent back. */
export function canSubmit(status: VendorStatus, facts: readonly SectionFacts[]): boolean {
  const state = companyState(status, facts);
  return (state === 'filling' || state === 'returned') && unfinished(facts).length === 0;
}

/** Share of all parts that are there, percent, rounded down so that 100 is complete. */
export function progressPercent(facts: readonly SectionFacts[]): number {
  const parts = facts.map((each) =>
    isFilled(each)
      ? { done: Math.max(1, each.total), total: Math.max(1, each.total) }
      : { done: Math.min(each.done, each.total), total: Math.max(1, each.total) },
  );
  const sum = (pick: 'done' | 'total') => parts.reduce((total, part) => total + part[pick], 0);
  return Math.floor((sum('done') * 100) / sum('total'));
}
