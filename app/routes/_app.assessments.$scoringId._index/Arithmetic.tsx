import { useTranslation } from 'react-i18next';
import { ResultBadge } from '~/components/scorecards/badges';
import classes from '~/components/scorecards/scorecards.module.css';
import { useSay } from '~/components/scorecards/use-say';
import { DataTable, type Column } from '~/components/DataTable';
import { Section } from '~/components/Section';
import type { ScoringPage } from './load-page.server';

type Part = ScoringPage['dimensions'][number];
type Line = Part['criteria'][number];

/** How the total comes about, line by line: whoever reckons it again gets the same. */
export function Arithmetic({ page }: { page: ScoringPage }) {
  const { t } = useTranslation();
  const say = useSay();
  const { dimensions, total, formula, isBlind, outcome, band } = page;
  return (
    <>
      {dimensions.map((part) => (
        <Section
          key={part.key}
          title={t('assessments:dimension', { name: say(part.name), weight: part.weight })}
        >
          <Criteria part={part} page={page} />
          <p className={classes.below}>
            <Step formula={part.formula} value={part.score} />
          </p>
        </Section>
      ))}
      <Section title={t('common:column.total')}>
        {total && !isBlind ? (
          <>
            <Step formula={formula} value={total} />
            <p>
              {outcome && <ResultBadge result={outcome} />} {band && say(band.entails)}
            </p>
          </>
        ) : (
          <p className={classes.quiet}>{t('assessments:noTotal')}</p>
        )}
      </Section>
    </>
  );
}

function Criteria({ part, page }: { part: Part; page: ScoringPage }) {
  const say = useSay();
  return (
    <DataTable
      name={page.isOwn ? 'own-scores' : 'scores'}
      label={say(part.name)}
      rows={part.criteria}
      rowKey={({ key }) => key}
      even
      empty={null}
      columns={useColumns(page)}
    />
  );
}

function useColumns({ isOwn, may, scoring }: ScoringPage): Column<Line>[] {
  const { t } = useTranslation();
  const say = useSay();
  const maySettle = may.run && scoring.state === 'settling';
  return [
    {
      key: 'criterion',
      header: t('assessments:criterion'),
      cell: ({ name, knockOut }) => (
        <>
          {say(name)}
          {knockOut !== null && (
            <div className={classes.quiet}>
              {t('assessments:scorecards.knockOutIs', { points: knockOut })}
            </div>
          )}
        </>
      ),
    },
    {
      key: 'weight',
      header: t('assessments:scorecards.weight'),
      unit: '%',
      align: 'end',
      cell: ({ weight }) => weight,
    },
    ...(isOwn
      ? []
      : [
          {
            key: 'given',
            header: t('assessments:given'),
            cell: (line: Line) => <Given line={line} />,
          },
          {
            key: 'spread',
            header: t('assessments:spread'),
            unit: '%',
            align: 'end' as const,
            cell: ({ spread }: Line) => spread,
          },
        ]),
    {
      key: 'score',
      header: t('assessments:score'),
      cell: ({ key, formula, score, differs, settled }) => (
        <>
          {score ? (
            <Step formula={formula} value={score} />
          ) : (
            <span className={classes.quiet}>{t('assessments:unanswered')}</span>
          )}
          {maySettle && (differs || settled) && (
            <div>
              <a href={`/assessments/${scoring.id}/settlement?criterion=${key}`}>
                {t(settled ? 'assessments:act.settleAgain' : 'assessments:act.settle')}
              </a>
            </div>
          )}
        </>
      ),
    },
  ];
}

function Given({ line }: { line: Line }) {
  const { t } = useTranslation();
  return (
    <>
      {line.given.map(({ name, points, note }) => (
        <div key={name}>
          {name}: {points ?? t('assessments:unanswered')}
          {note && <div className={classes.quiet}>{note}</div>}
        </div>
      ))}
      {line.settled && (
        <div className={classes.quiet}>
          {t('assessments:settledAt', {
            points: line.settled.points,
            reason: line.settled.reason,
          })}
        </div>
      )}
    </>
  );
}

type StepProps = { formula: string | null; value: { exact: string; about: string | null } | null };

function Step({ formula, value }: StepProps) {
  if (!value) return null;
  return (
    <span className={classes.formula}>
      {formula} = <strong>{value.exact}</strong>
      {value.about && ` ≈ ${value.about}`}
    </span>
  );
}
