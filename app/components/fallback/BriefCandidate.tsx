import { useTranslation } from 'react-i18next';
import type { ProposalSnapshot, ProposedVendor } from '~/fallback/proposal';
import { Callout } from '../Notice';
import { Section } from '../Section';
import { useFormat } from '../use-format';
import { CandidateDetail } from './CandidateDetail';
import { Failures } from './Failures';
import classes from './fallback.module.css';

/** A candidate of whom a proposal keeps name, rank and score alone, and what is found of it on opening. */
export type Brief = Pick<ProposalSnapshot, 'asOf' | 'market' | 'terms'> & {
  id: number;
  name: string;
  /** What the proposal gave it. */
  score: string;
  explained: ProposedVendor | null;
  /** The reader may open the vendor's page. */
  isReached: boolean;
};

/** What the proposal itself knows of the candidate, and where there is more. */
export function BriefNote({ brief: { id, name, explained, isReached } }: { brief: Brief }) {
  const { t } = useTranslation();
  return (
    <div className={classes.brief}>
      <Callout {...(!explained && { tone: 'attention' as const })}>
        {t(explained ? 'fallback:decision.briefBelow' : 'fallback:decision.brief', { name })}{' '}
        {isReached && <a href={`/vendors/${id}`}>{t('fallback:decision.briefPage', { name })}</a>}
      </Callout>
    </div>
  );
}

type ExplainedProps = { brief: Brief; explained: ProposedVendor };

/** What its rank rests on, reckoned again from what is on record now; where that has changed since, it says so. */
export function Explained({ brief, explained }: ExplainedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const points = (score: string) => format.number(score, { maxDigits: 1, minDigits: 1 });
  const isSame = explained.score === brief.score;
  return (
    <div className={classes.explained}>
      <Section
        title={t('fallback:decision.explained', { name: brief.name })}
        help={t(isSame ? 'fallback:decision.explainedSame' : 'fallback:decision.explainedOther', {
          date: format.date(brief.asOf),
          now: points(explained.score),
          kept: points(brief.score),
        })}
      >
        {explained.failures.length > 0 && (
          <Callout tone="attention" title={t('fallback:decision.failsNow')}>
            <Failures failures={explained.failures} terms={brief.terms} />
          </Callout>
        )}
        <CandidateDetail candidate={explained} market={brief.market} />
      </Section>
    </div>
  );
}
