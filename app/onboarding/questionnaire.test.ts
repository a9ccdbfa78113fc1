import { describe, expect, it } from 'vitest';
import { words as en } from '~/locales/en';
import { readAnswer } from './answer';
import { answeredOf, isAsked, questionnaireOf, questionsOf } from './questionnaire';

const questionnaire = questionnaireOf(1);
const questions = questionsOf(questionnaire);

describe('the questionnaire', () => {
  it('has ten parts, words for every question and choice, and no question twice', () => {
    expect(questionnaire.sections).toHaveLength(10);
    const ids = questions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !(id in en.questionnaire.question))).toEqual([]);
    const choices = questions.flatMap((each) => (each.kind === 'choice' ? each.choices : []));
    expect(choices.filter((word) => !(word in en.questionnaire.choice))).toEqual([]);
    const asked = questions.flatMap(({ when }) => (when ? [when.question] : []));
    expect(asked.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('asks some only where another answer calls for them', () => {
    const details = questions.find(({ id }) => id === 'litigation_details')!;
    expect(isAsked(details, {})).toBe(false);
    expect(isAsked(details, { litigation_pending: 'no' })).toBe(false);
    expect(isAsked(details, { litigation_pending: 'yes' })).toBe(true);
    const part = questionnaire.sections.find(({ id }) => id === 'litigation')!;
    const none = { litigation_pending: 'no', fined: 'no', sanctions_exposure: 'no' };
    expect(answeredOf(part.questions, none)).toEqual({ done: 3, total: 3 });
    expect(answeredOf(part.questions, { ...none, fined: 'yes' })).toEqual({ done: 3, total: 4 });
  });
});

describe('an answer', () => {
  const question = (id: string) => questions.find((each) => each.id === id)!;
  it.each([
    ['employees', '１２０', '120'],
    ['employees', '1,200', '1200'],
    ['revenue', '1200000.50', '1200000.5'],
    ['continuity_tested', '2023年7月1日', '2023-07-01'],
    ['gdpr', 'partial', 'partial'],
    ['state_owned', 'no', 'no'],
    ['legal_form', '  GmbH\r\nHRB 7 \u0001', 'GmbH\nHRB 7'],
    ['legal_form', '   ', null],
  ])('to %s: %j is kept as %j', (id, typed, kept) => {
    expect(readAnswer(question(id), typed)).toEqual({ ok: true, value: kept });
  });

  it.each([
    ['employees', 'many', 'not_a_number'],
    ['employees', '1.5', 'not_a_whole_number'],
    ['largest_customer_percent', '101', 'too_large'],
    ['founded_year', '12', 'too_small'],
    ['continuity_tested', 'soon', 'not_a_date'],
    ['gdpr', 'maybe', 'not_a_choice'],
    ['legal_form', 'x'.repeat(4001), 'too_long'],
    ['group_chart', '7', 'answer_is_document'],
  ])('to %s: %j is refused as %s', (id, typed, code) => {
    expect(readAnswer(question(id), typed)).toMatchObject({
      ok: false,
      reason: { code, field: id },
    });
  });
});
