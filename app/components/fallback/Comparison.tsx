import { useTranslation } from 'react-i18next';
import type { BriefCandidate, ProposalSnapshot, RankedVendor } from '~/fallback/proposal';
import type { Contribution } from '~/fallback/ranking';
import { useFormat } from '../use-format';
import { CandidateDetail } from './CandidateDetail';
import classes from './comparison.module.css';

/** Candidates in sight before the rest has to be asked for. */
const SHOWN = 10;

type Asked = Pick<ProposalSnapshot, 'market' | 'candidates' | 'behind'>;
/** `decidesOn` is the proposal on which the reader decides. */
type Props = { snapshot: Asked; decidesOn: number | null };

/** The candidates one below the other: what each earns of each weight, and on opening what it rests on. */
export function Comparison({ snapshot, decidesOn }: Props) {
  const { t } = useTranslation();
  const { candidates } = snapshot;
  const behind = snapshot.behind?.candidates ?? [];
  const rest = candidates.slice(SHOWN);
  return (
    <div className={classes.comparison}>
      <div className={classes.header} aria-hidden>
        <span />
        <span>{t('fallback:compare.candidate')}</span>
        {candidates[0]?.contributions.map(({ criterion, weight }) => (
          <span key={criterion}>
            {t(`fallback:criterion.${criterion}`)} <span>{weight}</span>
          </span>
        ))}
        <span className={classes.end}>{t('fallback:compare.score')}</span>
      </div>
      <ol className={classes.list}>
        {candidates.slice(0, SHOWN).map((candidate) => (
          <Row key={candidate.vendor.id} candidate={candidate} snapshot={snapshot} />
        ))}
      </ol>
      {rest.length > 0 && (
        <details className={classes.more}>
          <summary>{t('fallback:compare.more', { count: rest.length })}</summary>
          <ol className={classes.list} start={SHOWN + 1}>
            {rest.map((candidate) => (
              <Row key={candidate.vendor.id} candidate={candidate} snapshot={snapshot} />
            ))}
          </ol>
        </details>
      )}
      {behind.length > 0 && (
        <Behind shown={candidates.length} behind={behind} decidesOn={decidesOn} />
      )}
    </div>
  );
}

type BehindProps = Pick<Props, 'decidesOn'> & { shown: number; behind: readonly BriefCandidate[] };

/** Candidates of whom a proposal keeps the name and the score alone; whoever decides may pick one of them too. */
function Behind({ shown, behind, decidesOn }: BehindProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const total = format.number(shown + behind.length);
  return (
    <details className={classes.more}>
      <summary>
        {t('fallback:compare.shown', { shown: format.number(shown), total })}{' '}
        {t('fallback:compare.behind', { count: behind.length })}
      </summary>
      <ol className={classes.behind} start={shown + 1}>
        {behind.map(({ vendor, score }) => (
          <li key={vendor.id}>
            <a href={`/vendors/${vendor.id}`}>{vendor.name}</a>{' '}
            {format.number(score, { maxDigits: 1, minDigits: 1 })}
            {decidesOn !== null && (
              <>
                {' '}
                <a
                  href={`/proposals/${decidesOn}/acceptance?vendor=${vendor.id}`}
                  aria-label={t('fallback:compare.pickThis', { name: vendor.name })}
                >
                  {t('fallback:compare.pick')}
                </a>
              </>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Row({ candidate, snapshot }: { candidate: RankedVendor; snapshot: Asked }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rank, vendor, score, knownShare, contributions } = candidate;
  const isComplete = Number(knownShare) === 1;
  return (
    <li>
      <details className={classes.row}>
        <summary>
          <span className={classes.rank}>{rank}</span>
          <span className={classes.name}>
            <strong>{vendor.name}</strong>
            <span>{[vendor.code, vendor.country].filter(Boolean).join(' · ')}</span>
          </span>
          {contributions.map((contribution) => (
            <Part key={contribution.criterion} contribution={contribution} />
          ))}
          <span className={classes.score}>
            <strong>{format.number(score, { maxDigits: 1, minDigits: 1 })}</strong>
            {!isComplete && (
              <span>
                {t('fallback:compare.known', {
                  percent: format.percent(Number(knownShare) * 100, 0),
                })}
              </span>
            )}
          </span>
        </summary>
        <CandidateDetail candidate={candidate} market={snapshot.market} />
      </details>
    </li>
  );
}

/** What one criterion brings, as a part of its weight. */
function Part({ contribution }: { contribution: Contribution }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { criterion, points, weight, value } = contribution;
  const isKnown = value !== null;
  return (
    <span className={classes.part}>
      <span className={classes.partName}>{t(`fallback:criterion.${criterion}`)}</span>
      <span className={classes.track} data-unknown={!isKnown} aria-hidden>
        <span style={{ width: `${weight > 0 ? (Number(points) / weight) * 100 : 0}%` }} />
      </span>
      <span className={classes.figure} data-unknown={!isKnown}>
        {isKnown ? (
          <>
            {format.number(points, { maxDigits: 1 })}
            <span className={classes.of}> / {weight}</span>
          </>
        ) : (
          t('fallback:compare.unknown')
        )}
      </span>
    </span>
  );
}
