import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ancestors, contains, marketTree } from '~/vendors/market-tree';
import { coverageOf, missingRequiredClauses, type ClauseCheck } from './clause-checklist';
import { askingDataKinds, dataKinds, type DataKind } from './clause';
import { clauseCheckFields } from './clause-fields';
import { dataTransfers, uncarriedTransfers, type TransferMechanism } from './data-transfer';
import {
  countriesOf,
  requiredClauses,
  type ClauseFacts,
  type ClauseRequirement,
} from './required-clauses';

/* WORLD 1 > EUROPE 2 > FR 3 > PARIS 4; WORLD 1 > ASIA 5 > CN 6 */
const tree = marketTree([
  { id: 1, parentId: null },
  { id: 2, parentId: 1 },
  { id: 3, parentId: 2 },
  { id: 4, parentId: 3 },
  { id: 5, parentId: 1 },
  { id: 6, parentId: 5 },
]);
const [HAULAGE, SUPPORT] = [10, 11];
const clauses = [
  { id: 100, code: 'scope' },
  { id: 101, code: 'data_transfer' },
];

let next = 0;
function asked(part: Partial<ClauseRequirement>): ClauseRequirement {
  return {
    ...{ id: (next += 1), clauseId: 100, serviceId: null, marketId: null, fromData: null },
    ...{ isRequired: true, reasonEn: 'because', reasonZh: 'because', source: null },
    ...part,
  };
}

function facts(part: Partial<ClauseFacts> = {}): ClauseFacts {
  return {
    places: [{ serviceId: HAULAGE, marketId: 3 }],
    dataKind: 'business',
    collectedIn: ['FR'],
    workedOnIn: ['FR'],
    ...part,
  };
}

function isRequired(requirements: ClauseRequirement[], of: ClauseFacts = facts()): boolean {
  return requiredClauses(of, { tree, clauses, requirements }).some(
    ({ clauseId }) => clauseId === 100,
  );
}

describe('the required set', () => {
  it.each<[string, Partial<ClauseRequirement>[], Partial<ClauseFacts>, boolean]>([
    ['of nothing asked for', [], {}, false],
    ['from everywhere', [{}], {}, true],
    ['without a service yet, what every contract needs', [{}], { places: [] }, true],
    ['without a service yet, nothing of a market', [{ marketId: 2 }], { places: [] }, false],
    [
      'without a service yet, nothing of a service',
      [{ serviceId: HAULAGE }],
      { places: [] },
      false,
    ],
    ['from the region above', [{ marketId: 2 }], {}, true],
    ['not from beside', [{ marketId: 5 }], {}, false],
    ['from a city within', [{ marketId: 4 }], {}, true],
    ['for the service', [{ serviceId: HAULAGE }], {}, true],
    ['not for another service', [{ serviceId: SUPPORT }], {}, false],
    ['lifted nearer by', [{}, { marketId: 3, isRequired: false }], {}, false],
    ['asked for again below', [{ marketId: 2, isRequired: false }, { marketId: 3 }], {}, true],
    ['lifted above only', [{ marketId: 3 }, { isRequired: false }], {}, true],
    ['for the service before all', [{ isRequired: false }, { serviceId: HAULAGE }], {}, true],
    [
      'nearer before the service',
      [{ serviceId: HAULAGE }, { marketId: 3, isRequired: false }],
      {},
      false,
    ],
    ['from personal data on', [{ fromData: 'personal' }], { dataKind: 'sensitive' }, true],
    ['not below it', [{ fromData: 'personal' }], { dataKind: 'business' }, false],
    [
      'of any of its markets',
      [{ marketId: 5 }],
      { places: [3, 6].map((marketId) => ({ serviceId: HAULAGE, marketId })) },
      true,
    ],
    [
      'of everywhere, from any market',
      [{ marketId: 4 }],
      { places: [{ serviceId: HAULAGE, marketId: null }] },
      true,
    ],
  ])('%s', (_, requirements, part, expected) => {
    expect(isRequired(requirements.map(asked), facts(part))).toBe(expected);
  });

  it('gives every reason once', () => {
    const rule = asked({});
    const places = [3, 4, 6].map((marketId) => ({ serviceId: HAULAGE, marketId }));
    const [scope] = requiredClauses(facts({ places }), { tree, clauses, requirements: [rule] });
    expect(scope?.because).toEqual([{ kind: 'requirement', requirement: rule }]);
  });

  const marketIds = fc.constantFrom(...tree.keys());
  const anyRequirement = fc.record({
    serviceId: fc.constantFrom(null, HAULAGE, SUPPORT),
    marketId: fc.option(marketIds),
    fromData: fc.constantFrom(null, ...askingDataKinds),
    isRequired: fc.boolean(),
  });

  it('is never smaller for a contract that covers more', () => {
    fc.assert(
      fc.property(fc.array(anyRequirement, { maxLength: 8 }), marketIds, (given, within) => {
        const requirements = given.map(asked);
        const at = (marketId: number | null) =>
          isRequired(requirements, facts({ places: [{ serviceId: HAULAGE, marketId }] }));
        // A leaf within a market that asks for the clause by its own rule makes the market ask for it, too.
        const named = requirements.filter(({ marketId }) => marketId === within);
        if (named.length > 0 && at(within))
          for (const above of ancestors(tree, within)) expect(at(above)).toBe(true);
        if (named.length > 0 && at(within)) expect(at(null)).toBe(true);
      }),
    );
  });

  it('holds below as above where nothing below says otherwise', () => {
    fc.assert(
      fc.property(fc.array(anyRequirement, { maxLength: 8 }), marketIds, (given, outer) => {
        const requirements = given.map(asked);
        const isQuiet = !requirements.some(
          ({ marketId }) =>
            marketId !== null && marketId !== outer && contains(tree, outer, marketId),
        );
        fc.pre(isQuiet);
        const at = (marketId: number) =>
          isRequired(requirements, facts({ places: [{ serviceId: HAULAGE, marketId }] }));
        for (const inner of tree.keys())
          if (contains(tree, outer, inner)) expect(at(inner)).toBe(at(outer));
      }),
    );
  });
});

describe('data that crosses a border', () => {
  it.each<[string, string[], string[], string[]]>([
    ['stays in its country', ['FR'], ['FR'], []],
    ['stays in the European Economic Area', ['FR'], ['IE', 'NO'], []],
    ['leaves it for an adequate country', ['FR'], ['JP'], ['gdpr']],
    ['leaves it for India', ['DE', 'FR'], ['IN'], ['gdpr']],
    ['leaves China', ['CN'], ['US'], ['pipl']],
    ['leaves China for Hong Kong', ['CN'], ['HK'], ['pipl']],
    ['comes into China', ['US'], ['CN'], []],
    ['goes both ways', ['CN', 'FR'], ['CN', 'FR'], ['gdpr', 'pipl']],
  ])('%s', (_, from, to, regimes) => {
    expect(dataTransfers(from, to).map(({ regime }) => regime)).toEqual(regimes);
  });

  it.each<[string[], string[], TransferMechanism[], number]>([
    [['FR'], ['JP'], ['adequacy'], 0],
    [['FR'], ['IN'], ['adequacy'], 1],
    [['FR'], ['IN'], ['scc_module_2'], 0],
    [['FR'], ['IN'], ['standard_contract'], 1],
    [['CN'], ['US'], ['scc_module_2', 'bcr'], 1],
    [['CN'], ['US'], ['security_assessment'], 0],
    [['CN', 'FR'], ['US'], ['adequacy'], 1],
    [['CN', 'FR'], ['US'], ['adequacy', 'standard_contract'], 0],
    [['FR'], ['IN'], [], 1],
  ])('%j to %j by %j: %i not carried', (from, to, mechanisms, left) => {
    expect(uncarriedTransfers(dataTransfers(from, to), mechanisms)).toHaveLength(left);
  });

  it('asks for the clause from personal data on, whatever the house says', () => {
    const lifted = [asked({ clauseId: 101, isRequired: false })];
    const needs = (dataKind: DataKind) =>
      requiredClauses(facts({ dataKind, workedOnIn: ['IN'] }), {
        ...{ tree, clauses, requirements: lifted },
      }).map(({ clauseId }) => clauseId);
    expect(dataKinds.map(needs)).toEqual([[], [], [101], [101]]);
  });

  it('finds the countries of a region, a country and a city', () => {
    const countries = new Map([
      [3, 'FR'],
      [6, 'CN'],
    ]);
    const of = (...ids: (number | null)[]) => countriesOf(ids, countries, tree);
    expect([of(2), of(3), of(4), of(5), of(1), of(null), of()]).toEqual([
      ['FR'],
      ['FR'],
      ['FR'],
      ['CN'],
      ['CN', 'FR'],
      ['CN', 'FR'],
      [],
    ]);
  });
});

describe('what a contract lacks', () => {
  const required = requiredClauses(facts({ dataKind: 'personal', workedOnIn: ['IN'] }), {
    tree,
    clauses,
    requirements: [asked({})],
  });
  const kinds = (checks: ClauseCheck[], mechanisms: TransferMechanism[] = []) =>
    missingRequiredClauses(required, checks, mechanisms).map(({ clauseId, kind }) => [
      clauseId,
      kind,
    ]);
  const both = (state: ClauseCheck['state']): ClauseCheck[] => [
    { clauseId: 100, state },
    { clauseId: 101, state },
  ];

  it('is everything before anybody has looked', () => {
    expect(kinds([])).toEqual([
      [100, 'unchecked'],
      [101, 'unchecked'],
    ]);
  });

  it('is what is missing or said not to apply', () => {
    expect(kinds(both('missing'))).toHaveLength(2);
    expect(kinds(both('not_applicable'), ['bcr'])).toEqual([
      [100, 'not_applicable'],
      [101, 'not_applicable'],
    ]);
  });

  it('is a transfer without a ground, and nothing once it has one', () => {
    expect(kinds(both('present'))).toEqual([[101, 'mechanism']]);
    expect(kinds(both('deviating'), ['scc_module_2'])).toEqual([]);
  });

  it('is counted', () => {
    const checks = both('deviating');
    const gaps = missingRequiredClauses(required, checks, []);
    expect(coverageOf(required, checks, gaps)).toEqual({
      ...{ required: 2, covered: 1, deviating: 2, gaps: 1 },
    });
  });
});

describe('a finding', () => {
  it.each<[Record<string, string>, string[]]>([
    [{ state: 'missing' }, []],
    [{ state: 'present' }, ['clause_place_missing']],
    [{ state: 'present', place: '7.2' }, []],
    [{ state: 'deviating', place: '7.2' }, ['clause_reason_missing']],
    [{ state: 'not_applicable' }, ['clause_reason_missing']],
    [{ state: 'gone' }, ['not_a_choice']],
  ])('%j lacks %j', (input, codes) => {
    const read = clauseCheckFields.safeParse(input);
    expect(read.error?.issues.map(({ message }) => message) ?? []).toEqual(codes);
  });
});
