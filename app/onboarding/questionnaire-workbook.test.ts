import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetTexts } from '~/kpi/sheet-texts';
import { readAnswer } from './answer';
import { questionnaireOf, questionsOf, type Question } from './questionnaire';
import { readQuestionnaire, writeQuestionnaire } from './questionnaire-workbook.server';

const questionnaire = questionnaireOf(1);
const questions = questionsOf(questionnaire);

/** Any answer that can be kept to a question, or none. */
function anyAnswer(question: Question): fc.Arbitrary<string | null> {
  const answer = (() => {
    switch (question.kind) {
      case 'yes_no':
        return fc.constantFrom('yes', 'no');
      case 'choice':
        return fc.constantFrom(...question.choices);
      case 'number':
        return question.whole
          ? fc.integer({ min: question.min, max: question.max }).map(String)
          : fc
              .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 999_999 }))
              .map(([whole, part]) => `${whole}.${String(part).padStart(6, '0')}`);
      case 'date':
        return fc
          .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
          .map((day) => day.toISOString().slice(0, 10));
      case 'text':
        return fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 200 }),
          fc.constantFrom(
            '=1+1',
            '@cmd',
            "'quoted",
            '第一行\n第二行',
            'a\tb',
            '_x0041_',
            '1.0',
            'Yes',
          ),
        );
      case 'document':
        return fc.constant('');
    }
  })();
  return fc.option(
    answer.map((typed) => {
      const read = question.kind === 'document' ? null : readAnswer(question, typed);
      return read?.ok ? read.value : null;
    }),
  );
}

const anyAnswers = fc
  .record(Object.fromEntries(questions.map((question) => [question.id, anyAnswer(question)])))
  .map((all) =>
    Object.fromEntries(
      Object.entries(all).flatMap(([id, kept]) => (kept === null ? [] : [[id, kept]])),
    ),
  );

/** Reads a workbook as the page does. */
async function readBytes(bytes: Uint8Array) {
  const sheets = await sheetTexts(bytes);
  return sheets.ok ? readQuestionnaire(questionnaire, sheets.value) : sheets;
}

/** What the returned workbook says, in the form in which answers are kept. */
async function comeBack(bytes: Uint8Array) {
  const read = await readBytes(bytes);
  if (!read.ok) throw new Error(read.reason.code);
  expect(read.value.errors).toEqual([]);
  const kept = Object.entries(read.value.typed).flatMap(([id, typed]) => {
    const answer = readAnswer(
      questions.find((each) => each.id === id)!,
      typed,
    );
    return answer.ok && answer.value !== null ? [[id, answer.value]] : [];
  });
  return Object.fromEntries(kept) as Record<string, string>;
}

describe('the workbook', () => {
  it('takes every answer out and brings it back as it was, in either language', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyAnswers,
        fc.constantFrom('en' as const, 'zh-CN' as const),
        async (answers, language) => {
          const bytes = await writeQuestionnaire({
            questionnaire,
            answers,
            language,
            vendor: 'Harbour Line',
          });
          expect(await comeBack(bytes)).toEqual(answers);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  async function edited(change: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
    const answers = { legal_form: 'GmbH', employees: '12', gdpr: 'full' };
    const bytes = await writeQuestionnaire({
      questionnaire,
      answers,
      language: 'en',
      vendor: 'H',
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(bytes).buffer);
    const sheet = book.worksheets[1]!;
    change(sheet);
    return new Uint8Array(await book.xlsx.writeBuffer());
  }
  const rowOf = (sheet: ExcelJS.Worksheet, id: string) => {
    let found = 0;
    sheet.eachRow((row, number) => {
      if (row.getCell(1).value === id) found = number;
    });
    return sheet.getRow(found);
  };

  it('offers lists for choices and hides the ids', async () => {
    await edited((sheet) => {
      expect(sheet.getColumn(1).hidden).toBe(true);
      const { dataValidation } = rowOf(sheet, 'gdpr').getCell(4);
      expect(dataValidation.type).toBe('list');
      const [formula = ''] = dataValidation.formulae as string[];
      const [from = '', to = ''] = formula.replaceAll('$', '').split(':');
      expect(sheet.getCell(from).value).toBe('In full');
      expect(sheet.getCell(to).value).toBe('It does not apply to us');
    });
  });

  it('knows rows by their id wherever they stand, and numbers, dates, formulas and bold text', async () => {
    const bytes = await edited((sheet) => {
      const first = rowOf(sheet, 'legal_form');
      const last = rowOf(sheet, 'years_in_service');
      first.getCell(1).value = 'years_in_service';
      first.getCell(4).value = 14;
      last.getCell(1).value = 'legal_form';
      last.getCell(4).value = { richText: [{ text: 'Gm' }, { font: { bold: true }, text: 'bH' }] };
      rowOf(sheet, 'employees').getCell(4).value = { formula: '6*7', result: 42 };
      rowOf(sheet, 'penetration_test').getCell(4).value = new Date('2023-11-30T00:00:00Z');
      rowOf(sheet, 'gdpr').getCell(4).value = '部分合规';
    });
    expect(await comeBack(bytes)).toEqual({
      legal_form: 'GmbH',
      years_in_service: '14',
      employees: '42',
      penetration_test: '2023-11-30',
      gdpr: 'partial',
    });
  });

  it('lists every cell that is wrong', async () => {
    const bytes = await edited((sheet) => {
      rowOf(sheet, 'employees').getCell(4).value = 'a dozen';
      rowOf(sheet, 'gdpr').getCell(4).value = 'perhaps';
      rowOf(sheet, 'founded_year').getCell(1).value = 'invented';
      rowOf(sheet, 'main_activities').getCell(1).value = 'legal_form';
    });
    const read = await readBytes(bytes);
    expect(read).toMatchObject({
      ok: true,
      value: {
        errors: [
          { cell: 'A3', question: null, reason: { code: 'question_unknown' } },
          { cell: 'D4', question: 'employees', reason: { code: 'not_a_number' } },
          {
            cell: 'A5',
            question: 'legal_form',
            reason: { code: 'question_twice', params: { cell: 'A2' } },
          },
          { question: 'gdpr', reason: { code: 'not_a_choice' } },
        ],
      },
    });
  });

  it('refuses a file that unpacks to more than a questionnaire does, before it is read', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('A');
    for (let row = 0; row < 40_000; row += 1) sheet.addRow(['mainstay-questionnaire 1', 'same', 1]);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const began = performance.now();
    expect(await readBytes(bytes)).toMatchObject({
      reason: { code: 'workbook_too_large', params: { max: '4 MB' }, field: 'file' },
    });
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('takes every answer at its longest within that limit', async () => {
    const answers = Object.fromEntries(
      questions
        .filter(({ kind }) => kind === 'text')
        .map(({ id }) => [
          id,
          Array.from({ length: 4000 }, (_, at) => '供应商准入'[at % 5]).join(''),
        ]),
    );
    const options = { language: 'zh-CN', vendor: 'Harbour Line' } as const;
    expect(
      await comeBack(await writeQuestionnaire({ questionnaire, answers, ...options })),
    ).toEqual(answers);
  });

  it('refuses what is no workbook, another one, and another version', async () => {
    const code = async (bytes: Uint8Array) => {
      const read = await readBytes(bytes);
      return read.ok ? 'read' : read.reason.code;
    };
    expect(await code(new TextEncoder().encode('a,b'))).toBe('workbook_unreadable');
    const other = new ExcelJS.Workbook();
    other.addWorksheet('A').addRow(['x']);
    expect(await code(new Uint8Array(await other.xlsx.writeBuffer()))).toBe('workbook_foreign');
    const old = await edited((sheet) => {
      sheet.getCell('A1').value = 'mainstay-questionnaire 0';
    });
    expect(await code(old)).toBe('workbook_version');
  });
});
