import type ExcelJS from 'exceljs';
import type { Language } from '~/locales/languages';
import { languages } from '~/locales/languages';
import { translate } from '~/locales/i18n.server';
import { neutral } from '~/shared/neutral-cell';
import { done, refused, type Outcome, type Reason } from '~/shared/outcome';
import { readAnswer } from './answer';
import { answerText, typedFrom } from './answer-cell';
import { questionsOf, type Answers, type Question, type Questionnaire } from './questionnaire';

/** Where things stand on the sheet: the hidden ids first, by which each row is known wherever it lies. */
const COLUMNS = { id: 1, section: 2, question: 3, answer: 4, form: 5 } as const;
const WIDTHS = [4, 22, 60, 50, 36];
/** Text stays as it is typed; a day that somebody types becomes one of the spreadsheet's own. */
const FORMATS: Partial<Record<Question['kind'], string>> = {
  date: 'yyyy-mm-dd',
  number: 'General',
};
/** Marks the sheet as ours, in the hidden cell above the ids, with the version of its questions. */
const MARK = 'mainstay-questionnaire';

type Words = ReturnType<typeof translate>;

const wordOf = (t: Words, word: string) =>
  word === 'yes' || word === 'no'
    ? t(`questionnaire:${word}`)
    : t(`questionnaire:choice.${word}` as 'questionnaire:choice.none');

function wordsOf(question: Question): readonly string[] {
  if (question.kind === 'yes_no') return ['yes', 'no'];
  return question.kind === 'choice' ? question.choices : [];
}

async function newBook(): Promise<ExcelJS.Workbook> {
  const { default: excel } = await import('exceljs'); // Heavy, and only where a workbook is asked for.
  return new excel.Workbook();
}

export type WriteQuestionnaire = (task: {
  questionnaire: Questionnaire;
  answers: Answers;
  language: Language;
  vendor: string;
}) => Promise<Uint8Array>;

/** A questionnaire with the answers given so far as a workbook in a language, with lists to choose from. */
export const writeQuestionnaire: WriteQuestionnaire = async ({
  questionnaire,
  answers,
  language,
  vendor,
}) => {
  const t = translate(language);
  const book = await newBook();
  writeInstructions(book.addWorksheet(t('questionnaire:sheet.instructions')), t, vendor);
  const sheet = book.addWorksheet(t('questionnaire:sheet.answers'), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  WIDTHS.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  sheet.getColumn(COLUMNS.id).hidden = true;
  sheet.addRow([
    `${MARK} ${questionnaire.version}`,
    t('questionnaire:sheet.section'),
    t('questionnaire:sheet.question'),
    t('questionnaire:sheet.answer'),
    t('questionnaire:sheet.form'),
  ]).font = { bold: true };
  for (const { id, questions } of questionnaire.sections)
    for (const question of questions)
      writeQuestion(sheet, t, { section: id, question, answer: answers[question.id] ?? null });
  return new Uint8Array(await book.xlsx.writeBuffer());
};

function writeInstructions(sheet: ExcelJS.Worksheet, t: Words, vendor: string): void {
  sheet.getColumn(1).width = 100;
  const lines = [
    t('questionnaire:sheet.line1', { vendor }),
    t('questionnaire:sheet.line2'),
    t('questionnaire:sheet.line3'),
    t('questionnaire:sheet.line4'),
    t('questionnaire:sheet.line5'),
    t('questionnaire:sheet.line6'),
  ];
  for (const line of lines)
    sheet.addRow([neutral(line)]).alignment = { wrapText: true, vertical: 'top' };
  sheet.getRow(1).font = { bold: true, size: 14 };
}

function writeQuestion(
  sheet: ExcelJS.Worksheet,
  t: Words,
  { section, question, answer }: { section: string; question: Question; answer: string | null },
): void {
  const row = sheet.addRow([
    question.id,
    t(`questionnaire:section.${section}` as 'questionnaire:section.company'),
    t(`questionnaire:question.${question.id}` as 'questionnaire:question.legal_form'),
    null,
    formOf(question, t),
  ]);
  row.alignment = { wrapText: true, vertical: 'top' };
  const cell = row.getCell(COLUMNS.answer);
  cell.numFmt = FORMATS[question.kind] ?? '@';
  if (answer !== null)
    cell.value = answerText(
      question,
      answer,
      (word) => wordOf(t, word),
      t('questionnaire:sheet.handedIn'),
    );
  const choices = wordsOf(question);
  if (choices.length > 0)
    cell.dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [
        listFormula(
          sheet,
          row.number,
          choices.map((word) => wordOf(t, word)),
        ),
      ],
      showErrorMessage: true,
      error: t('questionnaire:sheet.pickHint'),
    };
}

/** The choices stand in hidden cells of the row: a list written into the rule itself breaks at commas and 255 signs. */
function listFormula(sheet: ExcelJS.Worksheet, row: number, words: readonly string[]): string {
  const first = COLUMNS.form + 2;
  words.forEach((word, index) => {
    sheet.getCell(row, first + index).value = word;
    sheet.getColumn(first + index).hidden = true;
  });
  const letter = (column: number) => sheet.getColumn(column).letter;
  return `$${letter(first)}$${row}:$${letter(first + words.length - 1)}$${row}`;
}

function formOf(question: Question, t: Words): string {
  const form =
    question.kind === 'number'
      ? t('questionnaire:sheet.forms.number', { min: question.min, max: question.max })
      : t(`questionnaire:sheet.forms.${question.kind}`);
  return question.optional ? `${form} (${t('questionnaire:sheet.optional')})` : form;
}

/** What is wrong in a cell of a returned workbook. */
export type CellError = { cell: string; question: string | null; reason: Reason };

export type ReadWorkbook = { typed: Record<string, string>; errors: CellError[] };

/** A sheet of a returned workbook as text: `rows[i]` stands in row `numbers[i]`, empty ones left out. */
export type AnswerSheet = { rows: readonly (readonly string[])[]; numbers: readonly number[] };

/**
 * The answers of a returned workbook by question, in whichever language it was filled in; each row is known by its id,
 * wherever it stands. Every cell that can't be read is listed. Rows that are not there keep their answers.
 */
export function readQuestionnaire(
  questionnaire: Questionnaire,
  sheets: readonly AnswerSheet[],
): Outcome<ReadWorkbook> {
  const markOf = ({ rows, numbers }: AnswerSheet) =>
    numbers[0] === 1 ? (rows[0]?.[COLUMNS.id - 1] ?? '') : '';
  const sheet = sheets.find((each) => markOf(each).startsWith(MARK));
  if (!sheet) return refused('workbook_foreign', {}, 'file');
  if (markOf(sheet) !== `${MARK} ${questionnaire.version}`)
    return refused('workbook_version', {}, 'file');
  return done(readRows(sheet, questionnaire));
}

function readRows({ rows, numbers }: AnswerSheet, questionnaire: Questionnaire): ReadWorkbook {
  const known = new Map(questionsOf(questionnaire).map((question) => [question.id, question]));
  const labels = labelsOf(questionnaire);
  const read: ReadWorkbook = { typed: {}, errors: [] };
  const seen = new Map<string, string>();
  rows.forEach((row, index) => {
    if (numbers[index] === 1) return;
    const id = (row[COLUMNS.id - 1] ?? '').trim();
    const question = known.get(id);
    const typed = typedFrom(row[COLUMNS.answer - 1] ?? '', question?.kind);
    const idCell = `A${numbers[index]}`;
    const fail = (reason: Reason, cell = `D${numbers[index]}`) =>
      read.errors.push({ cell, question: known.has(id) ? id : null, reason });
    if (id === '' && typed.trim() === '') return;
    if (!question) return void fail({ code: 'question_unknown', params: { value: id } }, idCell);
    const before = seen.get(id);
    if (before !== undefined)
      return void fail({ code: 'question_twice', params: { cell: before } }, idCell);
    seen.set(id, idCell);
    if (question.kind === 'document') return;
    const said = labels.get(`${id}:${typed.trim().toLowerCase()}`) ?? typed;
    const outcome = readAnswer(question, said);
    if (outcome.ok) read.typed[id] = said;
    else fail(outcome.reason);
  });
  return read;
}

/** The words of every choice in both languages, by question. */
function labelsOf(questionnaire: Questionnaire): Map<string, string> {
  const speakers = languages.map((language) => translate(language));
  return new Map(
    questionsOf(questionnaire).flatMap((question) =>
      wordsOf(question).flatMap((word) =>
        speakers.map((t): [string, string] => [
          `${question.id}:${wordOf(t, word).trim().toLowerCase()}`,
          word,
        ]),
      ),
    ),
  );
}
