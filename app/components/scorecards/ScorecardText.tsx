import { useTranslation } from 'react-i18next';
import type { Criterion, Scorecard } from '~/onboarding/scorecard';
import { DataTable } from '../DataTable';
import { Section } from '../Section';
import { useSay } from './use-say';
import classes from './scorecards.module.css';

/** A template to read: what is judged by which levels, and what a total means. */
export function ScorecardText({ card }: { card: Scorecard }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <>
      {card.dimensions.map((dimension) => (
        <Section key={dimension.key} title={`${say(dimension.name)} · ${dimension.weight}%`}>
          {dimension.criteria.map((criterion) => (
            <CriterionText key={criterion.key} criterion={criterion} />
          ))}
        </Section>
      ))}
      <Section title={t('assessments:scorecards.bands')}>
        <DataTable
          name="scorecard-bands"
          label={t('assessments:scorecards.bands')}
          rows={card.bands}
          rowKey={({ from }) => from}
          empty={null}
          columns={[
            {
              key: 'from',
              header: t('assessments:scorecards.bandFrom'),
              align: 'end',
              cell: ({ from }) => from,
            },
            {
              key: 'result',
              header: t('common:column.result'),
              cell: ({ result }) => t(`vendors:assessment.results.${result}`),
            },
            {
              key: 'entails',
              header: t('assessments:scorecards.entails'),
              cell: ({ entails }) => say(entails),
            },
          ]}
        />
      </Section>
    </>
  );
}

function CriterionText({ criterion }: { criterion: Criterion }) {
  const { t } = useTranslation();
  const say = useSay();
  const { name, weight, knockOut, guidance, evidence, levels, free } = criterion;
  const extra = [
    say(guidance),
    say(evidence) && t('assessments:scorecards.evidenceIs', { evidence: say(evidence) }),
    knockOut !== null && t('assessments:scorecards.knockOutIs', { points: knockOut }),
    free && t('assessments:scorecards.freeIs'),
  ].filter(Boolean);
  return (
    <div className={classes.part}>
      <h3>
        {say(name)} · {weight}%
      </h3>
      {extra.length > 0 && <p className={classes.quiet}>{extra.join(' ')}</p>}
      <dl className={classes.levels}>
        {levels.map((level) => (
          <div key={level.points}>
            <dt>{level.points}</dt>
            <dd>{say(level.name)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
