import { describe, expect, it } from 'vitest';
import type { Pack } from './pack';
import { restatedFigures } from './restated';
import type { PackFigure, PackValue, SectionId } from './section';

const measure = (value: string | null): PackValue => ({ kind: 'measure', value, unit: '%' });
const money = (minor: number): PackValue => ({ kind: 'money', minor, currency: 'USD' });
const rating = (word: 'good' | 'improve'): PackValue => ({ kind: 'rating', rating: word });

/** What a pack says, by the ids of its figures. */
type Told = Record<string, PackValue>;

function packOf(told: Told, version: Pack['version'] = 2): Pick<Pack, 'version' | 'sections'> {
  const ids = Object.keys(told);
  const sections = [
    ...new Set(['kpis', 'failures', 'credits', ...ids.map((id) => id.split('/')[0])]),
  ];
  return {
    version,
    sections: sections.map((section) => ({
      ...{ id: section as SectionId, part: 'shared', agenda: 'sla', exceptions: [] },
      blocks: [
        {
          ...{ kind: 'figures', title: { key: 'title' } },
          figures: ids.filter((id) => id.startsWith(`${section}/`)).map((id) => figureOf(id, told)),
        },
      ],
    })),
  };
}

function figureOf(id: string, told: Told): PackFigure {
  return {
    ...{ id, label: { key: 'label' }, value: told[id] ?? measure(null), from: 24273, to: 24275 },
    source: { path: '/kpis', words: { key: 'source' } },
  };
}

const restated = (frozen: Told, today: Told) =>
  Object.fromEntries(restatedFigures(packOf(frozen), packOf(today)));

describe('the figures of a frozen pack', () => {
  it('are restated where the store says otherwise today, and only there', () => {
    const frozen = { 'kpis/A': measure('80'), 'kpis/B': measure('70'), 'actions/1': measure('1') };
    const today = { 'kpis/A': measure('80'), 'kpis/B': measure('71.5'), 'kpis/C': measure('2') };
    expect(restated(frozen, today)).toEqual({ 'kpis/B': measure('71.5') });
    expect(restated(frozen, frozen)).toEqual({});
  });

  it('say so where a failure is none any more, and where nothing adds up to a credit', () => {
    const frozen = {
      'kpis/OTD/-/2022-12': measure('79'),
      'failures/OTD/-/2022-12': measure('79'),
      'failures/OTHER/-/2022-12': measure('1'),
      'credits/AIR-1/2022-12': money(200_000),
      'credits/OTD/-/points': { ...measure('4'), unit: '' } as PackValue,
    };
    const today = { 'kpis/OTD/-/2022-12': measure('80') };
    expect(restated(frozen, today)).toEqual({
      'kpis/OTD/-/2022-12': measure('80'),
      'failures/OTD/-/2022-12': { kind: 'words', words: { key: 'failures.gone' } },
      'credits/AIR-1/2022-12': money(0),
      'credits/OTD/-/points': { kind: 'measure', value: '0', unit: '' },
    });
  });

  it('keep a rating that was given by an earlier rule', () => {
    const [frozen, today] = [{ 'kpis/r': rating('improve') }, { 'kpis/r': rating('good') }];
    expect(restatedFigures(packOf(frozen, 2), packOf(today, 2)).size).toBe(1);
    expect(restatedFigures(packOf(frozen, 1), packOf(today, 2)).size).toBe(0);
  });
});
