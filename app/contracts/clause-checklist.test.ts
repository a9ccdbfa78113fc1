import { describe, expect, it } from 'vitest';
import { coverageOf, missingRequiredClauses, type ClauseCheck } from './clause-checklist';
import { clauseCheckFields } from './clause-fields';
import type { TransferMechanism } from './data-transfer';
import { requiredClauses } from './required-clauses';
import { asked, clauses, facts, tree } from '../../tests/cases/asked-clauses';

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
