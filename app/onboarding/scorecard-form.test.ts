import { describe, expect, it } from 'vitest';
import { productScorecards } from './product-scorecards';
import { checkScorecard, type Scorecard } from './scorecard';
import { changed, levelLines, readChange, scorecardOfForm } from './scorecard-form';

/** A template as the editor's form posts it. */
function formOf(card: Scorecard): Record<string, string> {
  const form: Record<string, string> = {};
  const put = (path: string, value: unknown): void => {
    if (value === null || value === false) return;
    if (value === true) form[path] = 'on';
    else if (typeof value === 'string') form[path] = value;
    else if (path.endsWith('.levels')) form[path] = levelLines(value as never);
    else if (Array.isArray(value)) value.forEach((each, index) => put(`${path}[${index}]`, each));
    else
      for (const [name, part] of Object.entries(value as object))
        put(path === '' ? name : `${path}.${name}`, part);
  };
  put('', card);
  return form;
}

describe('the form of a template', () => {
  it.each(Object.entries(productScorecards))('reads %s as it was', (_, card) => {
    expect(scorecardOfForm(formOf(card))).toEqual(card);
    expect(checkScorecard(card)).toMatchObject({ ok: true });
  });

  it('adds and takes out parts under keys of their own', () => {
    const card = productScorecards['maturity'];
    if (!card) throw new Error('it comes with the product');
    const more = ['add_dimension', 'add_criterion:0', 'add_band'].reduce((each, text) => {
      const change = readChange(text);
      return change ? changed(each, change) : each;
    }, card);
    expect(more.dimensions.map(({ key }) => key)).toEqual(['maturity', 'd2']);
    expect(more.bands).toHaveLength(4);
    const keys = more.dimensions.flatMap(({ criteria }) => criteria.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
    const remove = readChange('remove_criterion:0:3');
    expect(remove && changed(more, remove).dimensions[0]?.criteria).toHaveLength(3);
    expect(readChange('save')).toBeNull();
  });

  it('keeps what can’t be read, for the check to name', () => {
    const read = scorecardOfForm({ 'dimensions[0].weight': 'a third', 'dimensions[0].key': 'd1' });
    expect(checkScorecard(read)).toMatchObject({ ok: false });
    expect(read.dimensions[0]?.weight).toBe('a third');
  });
});
