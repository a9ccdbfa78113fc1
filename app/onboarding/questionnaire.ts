/** How a question is answered. */
type Answering =
  | { kind: 'yes_no' | 'text' | 'date' | 'document' }
  | { kind: 'choice'; choices: readonly string[] }
  | { kind: 'number'; min: number; max: number; whole?: boolean };

/** A question; its words stand in the locale files under its id, which never changes its meaning. */
export type Question = Answering & {
  id: string;
  /** May be left out. */
  optional?: true;
  /** Asked only where another question has one of these answers. */
  when?: { question: string; is: readonly string[] };
};

export type QuestionSection = { id: string; questions: readonly Question[] };
export type Questionnaire = { version: number; sections: readonly QuestionSection[] };

const yesNo = (id: string) => ({ id, kind: 'yes_no' }) as const;
const text = (id: string) => ({ id, kind: 'text' }) as const;
const document = (id: string) => ({ id, kind: 'document' }) as const;
const date = (id: string) => ({ id, kind: 'date' }) as const;
const choice = (id: string, choices: readonly string[]) =>
  ({ id, kind: 'choice', choices }) as const;
const number = (id: string, min: number, max: number, whole = true) =>
  ({ id, kind: 'number', min, max, whole }) as const;
const optional = { optional: true } as const;
const ifYes = (question: string) => ({ when: { question, is: ['yes'] } });
const ifOneOf = (question: string, ...is: string[]) => ({ when: { question, is } });

const compliance = ['full', 'partial', 'none', 'not_applicable'];

const first: Questionnaire = {
  version: 1,
  sections: [
    {
      id: 'company',
      questions: [
        text('legal_form'),
        number('founded_year', 1500, 2100),
        number('employees', 0, 5_000_000),
        text('main_activities'),
        document('registration_extract'),
        yesNo('permits_held'),
        yesNo('liability_insured'),
        { ...document('insurance_policy'), ...ifYes('liability_insured') },
      ],
    },
    {
      id: 'ownership',
      questions: [
        text('shareholders'),
        text('beneficial_owners'),
        yesNo('state_owned'),
        yesNo('politically_exposed'),
        { ...text('politically_exposed_details'), ...ifYes('politically_exposed') },
        yesNo('ownership_change_planned'),
        { ...document('group_chart'), ...optional },
      ],
    },
    {
      id: 'finance',
      questions: [
        number('revenue', 0, 1_000_000_000_000, false),
        text('revenue_currency'),
        yesNo('accounts_audited'),
        { ...document('audited_accounts'), ...ifYes('accounts_audited') },
        number('largest_customer_percent', 0, 100, false),
        yesNo('insolvency'),
        { ...text('insolvency_details'), ...ifYes('insolvency') },
      ],
    },
    {
      id: 'litigation',
      questions: [
        yesNo('litigation_pending'),
        { ...text('litigation_details'), ...ifYes('litigation_pending') },
        yesNo('fined'),
        { ...text('fine_details'), ...ifYes('fined') },
        yesNo('sanctions_exposure'),
        { ...text('sanctions_details'), ...ifYes('sanctions_exposure') },
      ],
    },
    {
      id: 'data_protection',
      questions: [
        yesNo('personal_data'),
        {
          ...choice('data_role', ['controller', 'processor', 'both']),
          ...ifYes('personal_data'),
        },
        choice('gdpr', compliance),
        choice('ccpa', compliance),
        choice('pipl', compliance),
        { ...text('data_protection_officer'), ...optional },
        yesNo('data_transferred'),
        {
          ...choice('transfer_mechanism', [
            'adequacy',
            'scc',
            'bcr',
            'pipl_contract',
            'pipl_assessment',
            'none',
          ]),
          ...ifYes('data_transferred'),
        },
        yesNo('data_breach'),
        { ...text('data_breach_details'), ...ifYes('data_breach') },
      ],
    },
    {
      id: 'security',
      questions: [
        choice('iso_27001', ['certified', 'in_progress', 'none']),
        { ...document('iso_27001_certificate'), ...ifOneOf('iso_27001', 'certified') },
        { ...date('iso_27001_expires'), ...ifOneOf('iso_27001', 'certified') },
        choice('soc_2', ['type_2', 'type_1', 'in_progress', 'none']),
        { ...document('soc_2_report'), ...ifOneOf('soc_2', 'type_1', 'type_2') },
        yesNo('multi_factor'),
        yesNo('encrypted'),
        { ...date('penetration_test'), ...optional },
        text('incident_contact'),
      ],
    },
    {
      id: 'continuity',
      questions: [
        yesNo('continuity_plan'),
        { ...date('continuity_tested'), ...ifYes('continuity_plan') },
        number('recovery_hours', 0, 8760),
        yesNo('second_site'),
        { ...text('single_points'), ...optional },
      ],
    },
    {
      id: 'subcontracting',
      questions: [
        yesNo('subcontracts'),
        { ...yesNo('subcontract_consent'), ...ifYes('subcontracts') },
        { ...yesNo('subcontract_flow_down'), ...ifYes('subcontracts') },
        {
          ...choice('subcontractor_audits', ['yearly', 'every_two_years', 'on_occasion', 'never']),
          ...ifYes('subcontracts'),
        },
      ],
    },
    {
      id: 'labour',
      questions: [
        yesNo('code_of_conduct'),
        { ...document('code_of_conduct_text'), ...ifYes('code_of_conduct') },
        yesNo('no_forced_labour'),
        choice('health_safety', ['iso_45001', 'own_system', 'none']),
        choice('environment', ['iso_14001', 'own_system', 'none']),
        yesNo('anti_corruption'),
        yesNo('whistleblowing'),
      ],
    },
    {
      id: 'references',
      questions: [
        text('reference_first'),
        text('reference_second'),
        { ...text('reference_third'), ...optional },
        number('years_in_service', 0, 300),
        yesNo('reference_contact'),
      ],
    },
  ],
};

const versions: readonly Questionnaire[] = [first];

/** The version that a vendor begins with today. */
export const currentVersion = first.version;

/** A version of the questionnaire; a published one never changes, so that answers keep their questions. */
export function questionnaireOf(version: number): Questionnaire {
  return versions.find((known) => known.version === version) ?? first;
}

export function questionsOf(questionnaire: Questionnaire): Question[] {
  return questionnaire.sections.flatMap(({ questions }) => questions);
}

export type Answers = Readonly<Record<string, string>>;

/** Whether a question is asked, given the other answers. */
export function isAsked({ when }: Question, answers: Answers): boolean {
  return when === undefined || when.is.includes(answers[when.question] ?? '');
}

/** How far a part of the questionnaire is: answered of what must be answered. */
export function answeredOf(
  questions: readonly Question[],
  answers: Answers,
): { done: number; total: number } {
  const asked = questions.filter((each) => !each.optional && isAsked(each, answers));
  return { done: asked.filter(({ id }) => answers[id] !== undefined).length, total: asked.length };
}
