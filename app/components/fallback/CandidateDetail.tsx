import { useTranslation } from 'react-i18next';
import type { ProposalSnapshot, ProposedVendor } from '~/fallback/proposal';
import { useFormat } from '../use-format';
import { CriterionFacts } from './CriterionFacts';
import { missingWords } from './missing-words';
import { useVoice } from './use-voice';
import classes from './comparison.module.css';

type Props = { candidate: ProposedVendor; market: ProposalSnapshot['market'] };

/** What a candidate's points rest on, what would rest on it after the switch, and what it still lacks. */
export function CandidateDetail({ candidate, market }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.detail}>
      <CriterionFacts contributions={candidate.contributions} market={market} />
      <div className={classes.aside}>
        <Missing candidate={candidate} />
        <Concentration candidate={candidate} />
        <Capacity candidate={candidate} />
        <a href={`/vendors/${candidate.vendor.id}`}>{t('fallback:compare.vendorPage')}</a>
      </div>
    </div>
  );
}

function Missing({ candidate: { missing } }: Pick<Props, 'candidate'>) {
  const { t } = useTranslation();
  const voice = useVoice();
  return (
    <section>
      <h3>{t('fallback:missing.title')}</h3>
      {missing.length === 0 ? (
        <p>{t('fallback:missing.none')}</p>
      ) : (
        <ul>
          {missing.map((each) => {
            const words = missingWords(each, voice);
            return <li key={words}>{words}</li>;
          })}
        </ul>
      )}
    </section>
  );
}

function Concentration({ candidate }: Pick<Props, 'candidate'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { concentration, vendor } = candidate;
  const change = ({ before, after }: { before: string; after: string }) =>
    t('fallback:concentration.change', {
      before: format.percent(before, 1),
      after: format.percent(after, 1),
    });
  return (
    <section>
      <h3>{t('fallback:concentration.title')}</h3>
      {concentration ? (
        <>
          <dl className={classes.facts}>
            <dt>{t('fallback:concentration.vendor')}</dt>
            <dd>{change(concentration.vendor)}</dd>
            {concentration.country && (
              <>
                <dt>{t('fallback:concentration.country', { country: vendor.country ?? '' })}</dt>
                <dd>{change(concentration.country)}</dd>
              </>
            )}
            <dt>{t('fallback:concentration.group', { group: vendor.groupName })}</dt>
            <dd>{change(concentration.group)}</dd>
          </dl>
          <p className={classes.note}>{t('fallback:concentration.help')}</p>
        </>
      ) : (
        <p>{t('fallback:concentration.unknown')}</p>
      )}
    </section>
  );
}

function Capacity({ candidate: { capacity } }: Pick<Props, 'candidate'>) {
  const { t } = useTranslation();
  const { number } = useVoice();
  const { free, needed } = capacity;
  return (
    <section>
      <h3>{t('fallback:compare.capacity')}</h3>
      <p>
        {free === null
          ? t('fallback:compare.capacityUnknown')
          : needed === null
            ? t('fallback:compare.capacityFree', { free: number(free) })
            : t('fallback:compare.capacityNeeded', { free: number(free), needed: number(needed) })}
      </p>
    </section>
  );
}
