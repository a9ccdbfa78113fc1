import type { Scope } from '~/auth/act';
import { addDays } from '~/shared/calendar';
import type { Reader } from '~db/store.server';
import { differingFields, type AmendmentChange } from './amendment';
import type { Contract } from './contract-queries.server';
import { withOperator } from './contract-file';
import type { FollowStep } from './follow-standard';
import { directionsOf } from './library';
import { fieldNamer } from './named-fields.server';
import { kpiNames, loadLibrary } from './library-queries.server';
import { settlementFieldsOf } from './settlement-terms';
import { readSlaTerm, type SlaTerm } from './sla-term';
import { termsOfContracts } from './term-queries.server';
import { versionOn } from './term-version';
import { wholeContract } from './whole-contract.server';

type Named = { name: string; unit: string | null };

/** A change as a page shows it, with what stood before it. */
export type ReadChange =
  | { kind: 'fields'; before: Record<string, unknown>; fields: Record<string, unknown> }
  | ({ kind: 'term_added'; after: SlaTerm } & Named)
  | ({ kind: 'term_changed'; before: SlaTerm; after: SlaTerm } & Named)
  | { kind: 'term_ended'; name: string; lastDay: string };

/** What a standard writes into the contract: terms that it ends, adds and changes, each with every text that it gets. */
function stepsShown(steps: readonly FollowStep[], names: ReadonlyMap<string, Named>): ReadChange[] {
  const named = (kpi: string) => names.get(kpi) ?? { name: kpi, unit: null };
  return steps.flatMap(({ before, texts, endsOn }) => [
    ...(before && endsOn !== undefined
      ? [{ kind: 'term_ended' as const, name: named(before.kpi).name, lastDay: endsOn }]
      : []),
    ...texts.map((after, index): ReadChange => {
      const stood = texts[index - 1] ?? before;
      return stood
        ? { kind: 'term_changed', before: stood, after, ...named(after.kpi) }
        : { kind: 'term_added', after, ...named(after.kpi) };
    }),
  ]);
}

/** How we handle a vendor's reports: nothing that it sees. */
const OURS_ALONE: readonly string[] = ['accepts_alone'];

/** The fields that an amendment changes, and of what was said before these alone, with the currency of their amounts. */
function fieldsShown(
  changed: Record<string, unknown>,
  said: Record<string, unknown>,
  isOwn: boolean,
): ReadChange[] {
  const names = Object.keys(changed).filter((name) => !isOwn || !OURS_ALONE.includes(name));
  if (names.length === 0) return [];
  const of = (document: Record<string, unknown>) =>
    Object.fromEntries(names.map((name) => [name, document[name]]));
  return [
    {
      kind: 'fields',
      fields: of(changed),
      before: { currency: said['currency'], ...of(said) },
    },
  ];
}

type Options = {
  /** The vendor's own view. */
  isOwn: boolean;
  locale: 'en' | 'zh-CN';
  /** What the contract said before; what it says now where nothing has been applied yet. */
  before: Record<string, unknown> | null;
  /** The day before which terms are compared. */
  effectiveFrom: string | null;
};

/** The changes of an amendment as differences against what the contract said before. */
export async function shownChanges(
  reader: Reader,
  scope: Scope,
  contract: Contract,
  changes: readonly AmendmentChange[],
  { locale, isOwn, before, effectiveFrom }: Options,
): Promise<ReadChange[]> {
  const said = before ?? (await wholeContract(reader, scope, contract));
  const terms = await termsOfContracts(reader, scope, [contract.id]);
  const library = await loadLibrary(reader, []);
  const names = await kpiNames(reader, locale);
  const read = (document: unknown) => {
    const term = readSlaTerm(withOperator(document, directionsOf(library)));
    return term.ok ? term.value : null;
  };
  const shown = changes.flatMap((change): ReadChange[] => {
    if (change.kind === 'fields') return fieldsShown(change.fields, said, isOwn);
    if (change.kind === 'settlement') {
      const [was, is] = [settlementFieldsOf(change.before), settlementFieldsOf(change.terms)];
      return fieldsShown(differingFields(was, is), was, isOwn);
    }
    if (change.kind === 'standard') return stepsShown(change.steps, names);
    if (change.kind === 'renewed') return fieldsShown({ ends: change.ends }, said, isOwn);
    if (change.kind === 'term_added') {
      const after = read(change.document);
      if (!after) return [];
      const { name, unit } = names.get(after.kpi) ?? { name: after.kpi, unit: null };
      return [{ kind: 'term_added', after, name, unit }];
    }
    const term = terms.find(({ id }) => id === change.termId);
    if (!term) return [];
    const name = locale === 'en' ? term.kpiEn : term.kpiZh;
    if (change.kind === 'term_ended') return [{ ...change, name }];
    const after = read(change.document);
    const based = term.versions.find(({ id }) => id === change.basedOn);
    // Once it is decided, the term of its first day says the change itself: what it replaced is that of the day before.
    const first = effectiveFrom ?? contract.startsOn;
    const day = before === null || first <= contract.startsOn ? first : addDays(first, -1);
    const holding = versionOn(term.versions, day, contract.startsOn);
    const stood =
      (before === null ? (based ?? holding) : (holding ?? based)) ?? term.versions.at(-1);
    return after && stood
      ? [{ kind: 'term_changed', before: stood.term, after, name, unit: term.unit }]
      : [];
  });
  const documents = shown.flatMap((change) =>
    change.kind === 'fields' ? [change.before, change.fields] : [],
  );
  const named = await fieldNamer(reader, scope, locale, documents);
  return shown.map((change) =>
    change.kind === 'fields'
      ? { ...change, before: named(change.before), fields: named(change.fields) }
      : change,
  );
}
