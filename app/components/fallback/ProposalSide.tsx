import { useTranslation } from 'react-i18next';
import { nameIn } from '~/fallback/failure-words';
import type { ProposalSnapshot } from '~/fallback/proposal';
import { Facts, Section } from '../Section';
import { useFormat } from '../use-format';
import { CauseList, type JoinedCause } from './CauseList';
import classes from './fallback.module.css';
import { useVoice } from './use-voice';

type Props = {
  proposal: { id: number; madeOn: string };
  snapshot: ProposalSnapshot;
  causes: readonly JoinedCause[];
  earlier: readonly { id: number; asOf: string; replacedAt: string }[];
};

/** Why it was proposed, by what it was measured and weighed, and what it said before. */
export function ProposalSide({ proposal, snapshot, causes, earlier }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Section title={t('fallback:cause.section')}>
        <CauseList causes={causes} madeOn={proposal.madeOn} terms={snapshot.terms} />
      </Section>
      <Terms snapshot={snapshot} />
      <Section title={t('fallback:proposal.weights')}>
        <Facts
          items={weightsOf(snapshot).map(({ criterion, weight }) => ({
            label: t(`fallback:criterion.${criterion}`),
            value: weight,
          }))}
        />
      </Section>
      {earlier.length > 0 && (
        <Section title={t('fallback:proposal.earlier')}>
          <ul className={classes.causes}>
            {earlier.map(({ id, asOf, replacedAt }) => (
              <li key={id}>
                <a href={`/proposals/${proposal.id}?ranking=${id}`}>
                  {t('fallback:proposal.earlierOne', { date: format.date(asOf) })}
                </a>
                <span className={classes.quiet}>{format.instant(replacedAt)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Terms({ snapshot }: Pick<Props, 'snapshot'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { locale } = useVoice();
  const { terms, basis } = snapshot;
  return (
    <Section title={t('fallback:proposal.terms')}>
      {terms.length === 0 ? (
        <p>{t('fallback:proposal.noTerms')}</p>
      ) : (
        <>
          <ul className={classes.causes}>
            {terms.map(({ kpi, operator, target }) => (
              <li key={`${kpi.id} ${target}`}>
                {t('fallback:proposal.term', {
                  kpi: nameIn(kpi, locale),
                  operator: t(`common:operator.${operator}`),
                  target: kpi.unit === '%' ? format.percent(target) : format.number(target),
                })}
              </li>
            ))}
          </ul>
          <p className={classes.quiet}>
            {t(
              basis === 'missed_term'
                ? 'fallback:proposal.basisMissed'
                : 'fallback:proposal.basisContract',
            )}
          </p>
        </>
      )}
    </Section>
  );
}

/** The weights in the order of the ranking; stored documents keep no order of their names. */
function weightsOf({ candidates, excluded }: ProposalSnapshot) {
  const [any] = [...candidates, ...excluded];
  return any?.contributions ?? [];
}
