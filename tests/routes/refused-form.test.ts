import { expect, test } from 'vitest';
import { refusedAttempt, refusedForm, refusedFormWith } from '~/routes/shared/refused-form.server';
import { refused } from '~/shared/outcome';

const typed = { name: 'Northwind' };

test('A refused form comes back with what was typed', () => {
  const refusal = refused('required', {}, 'code');
  expect(refusedForm(refusal, typed)).toMatchObject({
    data: { refusal, values: typed },
    init: { status: 422 },
  });
  expect(refusedFormWith(null, {}, { left: 3 })).toMatchObject({
    data: { refusal: null, values: {}, left: 3 },
    init: { status: 422 },
  });
});

test('A form about a record that is not there is answered 404, one that names such a record keeps its page', () => {
  expect(() => refusedForm(refused('not_found'), typed)).toThrow(
    expect.objectContaining({ status: 404 }),
  );
  expect(refusedForm(refused('not_found', {}, 'market'), typed).init).toEqual({ status: 422 });
});

test('Too many attempts are told in whole minutes, rounded up', () => {
  const { data, init } = refusedAttempt(61, typed);
  expect(data.refusal.reason).toEqual({ code: 'too_many_attempts', params: { minutes: 2 } });
  expect(data.values).toEqual(typed);
  expect(init).toEqual({ status: 429 });
});
