import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { scoringDocument, scoringJson } from '~/onboarding/export-scoring.server';
import { findScoring } from '~/onboarding/scoring-queries.server';
import { found, recordId } from '~/shared/record-id';
import { exportTable } from './shared/export-table.server';
import { fileAnswer } from './shared/file-answer.server';

/** An assessment as a file: JSON with all it rests on, for us; CSV with every line to the total, for the vendor too. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'assessments.read');
  const { reader, scope, person, t, can } = visit;
  const scoring = found(await findScoring(reader, scope, recordId(args.params['scoringId'])));
  const name = `assessment-${scoring.scoring.id}`;
  const wantsJson = new URL(args.request.url).searchParams.get('format') === 'json';
  if (wantsJson && can('scorecards.read')) {
    const text = await scoringJson(reader, scoring, person.id);
    return fileAnswer(`${name}.json`, 'application/json', new TextEncoder().encode(text));
  }
  const { dimensions, total, formula } = await scoringDocument(reader, scoring, person.id);
  const lines = [
    ...dimensions.flatMap(({ criteria, ...dimension }) => [
      ...criteria.map((line) => ({ level: 'criterion', ...line })),
      { level: 'dimension', points: null, ...dimension },
    ]),
    { level: 'total', key: '', weight: '100', points: null, score: total, formula },
  ];
  return exportTable(
    args,
    visit,
    name,
    [
      { header: t('assessments:level'), value: (line) => line.level },
      { header: t('assessments:criterion'), value: (line) => line.key },
      { header: t('assessments:scorecards.weight'), value: (line) => line.weight },
      { header: t('assessments:points'), value: (line) => line.points },
      { header: t('assessments:formula'), value: (line) => line.formula },
      { header: t('assessments:score'), value: (line) => line.score },
    ],
    lines,
  );
}
