import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tierChecks } from '~/vendors/tier';
import { certificationLevels, certificationOf, type CertificationFacts } from './certification';

const covered = { isCovered: true };
const open = { isCovered: false };

/** Everything that the highest level asks for. */
const whole: CertificationFacts = {
  total: '80',
  checks: tierChecks,
  regions: [{ countries: [covered, covered] }, { countries: [covered, open] }],
  record: { months: 12, kept: 95, results: 100 },
  calmMonths: null,
};

const lacks = (change: Partial<CertificationFacts>) => {
  const { level, next } = certificationOf({ ...whole, ...change });
  return [level, next?.level, next?.lacks];
};

describe('certification', () => {
  it('is global with everything that it asks for, exactly at its figures', () => {
    expect(certificationOf(whole)).toEqual({ level: 'global', next: null });
    expect(lacks({ total: '79.999999999999' })).toEqual([
      'regional',
      'global',
      [{ need: 'total', total: 80 }],
    ]);
    expect(lacks({ record: { months: 12, kept: 949, results: 1000 } })).toEqual([
      'regional',
      'global',
      [{ need: 'kept', percent: 95 }],
    ]);
  });

  it('is for one country, for all countries of a region, for every region', () => {
    const places = (...regions: CertificationFacts['regions']) => lacks({ regions });
    expect(places({ countries: [open] })).toEqual([null, 'local', [{ need: 'country' }]]);
    expect(places({ countries: [covered, open] }, { countries: [] })).toEqual([
      'local',
      'regional',
      [{ need: 'region' }],
    ]);
    expect(places({ countries: [covered] }, { countries: [open] })).toEqual([
      'regional',
      'global',
      [{ need: 'regions' }],
    ]);
  });

  it('names all that is missing for the next level, and nothing of those beyond', () => {
    const bare = { total: null, checks: [], regions: [], calmMonths: 3 };
    expect(lacks({ ...bare, record: { months: 0, kept: 0, results: 0 } })).toEqual([
      null,
      'local',
      [
        { need: 'total', total: 60 },
        { need: 'check', check: 'registration' },
        { need: 'check', check: 'licences' },
        { need: 'check', check: 'sanctions' },
        { need: 'country' },
      ],
    ]);
    expect(lacks({ calmMonths: 3 })).toEqual(['local', 'regional', [{ need: 'calm', months: 6 }]]);
  });

  it('never falls when a check, a point or a calm month is added', () => {
    const rank = (facts: CertificationFacts) => {
      const { level } = certificationOf(facts);
      return level === null ? -1 : certificationLevels.indexOf(level);
    };
    const facts = fc.record({
      total: fc.integer({ min: 0, max: 99 }).map(String),
      checks: fc.subarray([...tierChecks]),
      regions: fc.array(
        fc.record({
          countries: fc.array(fc.record({ isCovered: fc.boolean() }), { maxLength: 3 }),
        }),
        { maxLength: 3 },
      ),
      record: fc.record({
        months: fc.integer({ min: 0, max: 12 }),
        kept: fc.integer({ min: 0, max: 50 }),
        results: fc.integer({ min: 50, max: 60 }),
      }),
      calmMonths: fc.option(fc.integer({ min: 0, max: 11 })),
    });
    fc.assert(
      fc.property(facts, fc.constantFrom(...tierChecks), (given, check) => {
        const better = {
          ...given,
          total: String(Number(given.total) + 1),
          checks: [...given.checks, check],
          calmMonths: given.calmMonths === null ? null : given.calmMonths + 1,
        };
        expect(rank(better)).toBeGreaterThanOrEqual(rank(given));
      }),
      { numRuns: 2000 },
    );
  });
});
