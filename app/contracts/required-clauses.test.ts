import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ancestors, contains } from '~/vendors/market-tree';
import { askingDataKinds, dataKinds, type DataKind } from './clause';
import {
  countriesOf,
  requiredClauses,
  type ClauseFacts,
  type ClauseRequirement,
} from './required-clauses';
import { asked, clauses, facts, HAULAGE, SUPPORT, tree } from '../../tests/cases/asked-clauses';

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
