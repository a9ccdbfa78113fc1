import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSlaTerm } from '~/contracts/sla-term';
import { demoFile } from '~db/demo/figures';
import { trial } from '../../tests/sla-trial';

/*
 * Published SLA texts, expressed as term documents, held to the texts' own figures: tests/data/sla-terms. A month's fee of
 * 1,000.00 makes a credit's amount its percentage times ten.
 */

type Tier = { from?: number; to?: number; above?: number; up_to?: number; below?: number };
type Text = { id: string; target_pct: number | null; tiers: (Tier & { credit_pct: number })[] };
type Standard = { code: string; terms: Record<string, unknown>[]; limits: { en: string }[] };

const texts = JSON.parse(
  readFileSync(new URL('../../tests/data/sla-terms/tiers.json', import.meta.url), 'utf8'),
) as Text[];
const standards = JSON.parse(demoFile('sla-terms/standards.json')) as Standard[];

/** What a period at a value costs under a standard, in percent of a month's fee; null where it is kept. */
function creditAt(code: string, value: string | number): number | null {
  const term = standards.find((standard) => standard.code === code)?.terms[0] ?? {};
  const months = (term['window'] as { months?: number } | undefined)?.months ?? 1;
  const result = trial({
    term: { ...term, kpi: 'K' },
    contract: { fee: '1000.00' },
    values: Array.from({ length: months }, () => value),
  });
  const [evaluation] = result.evaluations;
  return evaluation?.outcome === 'breached' ? Number(evaluation.credit) / 10 : null;
}

describe('the published texts', () => {
  it('are all expressed, and what can’t be is said', () => {
    expect(standards.map(({ code }) => code).sort()).toEqual(texts.map(({ id }) => id).sort());
    for (const { terms, limits } of standards) {
      for (const term of terms) expect(readSlaTerm(term)).toMatchObject({ ok: true });
      expect(limits.length).toBeGreaterThan(0);
    }
  });

  it.each(texts.filter(({ target_pct: target }) => target !== null))(
    '$id promises its own target',
    ({ id, target_pct: target }) => {
      const standard = standards.find(({ code }) => code === id);
      expect(standard?.terms[0]).toMatchObject({ target });
    },
  );

  it.each<[string, string, number | null]>([
    ['github-enterprise', '99.91', null],
    ['github-enterprise', '99.9', null],
    ['github-enterprise', '99.899', 10],
    ['github-enterprise', '99.001', 10],
    ['github-enterprise', '99', 10],
    ['github-enterprise', '98.999', 25],
    ['bonterms-1.0', '99.9', null],
    ['bonterms-1.0', '99.895', null],
    ['bonterms-1.0', '99.8949', 5],
    ['bonterms-1.0', '99.89', 5],
    ['bonterms-1.0', '99.00', 5],
    ['bonterms-1.0', '98.995', 5],
    ['bonterms-1.0', '98.99', 20],
    ['bonterms-1.0', '97', 20],
    ['bonterms-1.0', '96.99', 35],
    ['bonterms-1.0', '95', 35],
    ['bonterms-1.0', '94.99', 50],
    ['aws-compute-optimizer-2022-05', '99.9', null],
    ['aws-compute-optimizer-2022-05', '99.8999', 10],
    ['aws-compute-optimizer-2022-05', '99', 10],
    ['aws-compute-optimizer-2022-05', '98.9999', 25],
    ['aws-compute-optimizer-2022-05', '95', 25],
    ['aws-compute-optimizer-2022-05', '94.9999', 100],
    ['common-paper-2.0', '99.9', null],
    ['common-paper-2.0', '99.89', 5],
  ])('%s at %s credits %s', (code, value, credit) => {
    expect(creditAt(code, value)).toBe(credit);
  });

  it('credit within each printed tier what the text prints', () => {
    for (const { id, tiers } of texts)
      for (const tier of tiers) {
        const low = tier.from ?? tier.above ?? 0;
        const high = tier.to ?? tier.up_to ?? tier.below ?? 0;
        const within = ((low + high) / 2).toFixed(3);
        expect([id, within, creditAt(id, within)]).toEqual([id, within, tier.credit_pct]);
      }
  });
});

describe('their rights on repeat failure', () => {
  const triggers = (code: string, values: number[]) => {
    const term = standards.find((standard) => standard.code === code)?.terms[0] ?? {};
    const result = trial({ term: { ...term, kpi: 'K' }, contract: { fee: '1000.00' }, values });
    return result.evaluations.map((evaluation) => evaluation.triggers.length > 0);
  };

  it('arise after two months in a row, or three of twelve (Bonterms)', () => {
    expect(triggers('bonterms-1.0', [99, 99])).toEqual([false, true]);
    expect(triggers('bonterms-1.0', [99, 100, 99, 100, 99])).toEqual([
      ...[false, false, false, false],
      true,
    ]);
  });

  it('arise after two of any three months (Common Paper)', () => {
    expect(triggers('common-paper-2.0', [99, 100, 99])).toEqual([false, false, true]);
    expect(triggers('common-paper-2.0', [99, 100, 100, 99])).toEqual([false, false, false, false]);
  });
});
