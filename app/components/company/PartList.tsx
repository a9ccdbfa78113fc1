import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sectionState, type SectionFacts, type SectionState } from '~/onboarding/section';
import { StateBadge, type Tone } from '../StateBadge';
import classes from './company.module.css';

const tones: Record<SectionState, Tone> = {
  empty: 'quiet',
  started: 'accent',
  complete: 'good',
  returned: 'attention',
};

type Props = {
  facts: readonly SectionFacts[];
  /** Read by the house rather than by the vendor itself. */
  isOurs?: boolean;
  href: (facts: SectionFacts) => string | null;
  /** What can be done with a part, beside it. */
  also?: (facts: SectionFacts) => ReactNode;
};

/** The parts of a vendor's description, each with how far it is. */
export function PartList({ facts, href, also, isOurs = false }: Props) {
  const { t } = useTranslation();
  return (
    <ol className={classes.parts}>
      {facts.map((part) => {
        const { section, done, total, nothing } = part;
        const state = sectionState(part);
        const name = t(`company:section.${section}`);
        const to = href(part);
        return (
          <li key={section} className={classes.part}>
            <div className={classes.what}>
              <span className={classes.name}>{to === null ? name : <a href={to}>{name}</a>}</span>
              <span className={classes.quiet}>
                {nothing && done === 0
                  ? t('company:nothingToEnter')
                  : t('company:doneOf', { done, total })}
                {' · '}
                {t(`company:${isOurs ? 'helpOurs' : 'help'}.${section}`)}
              </span>
              {part.remark !== null && (
                <span className={classes.remark}>
                  {t(part.isReturned ? 'company:ours.returnedRemark' : 'company:ours.answered', {
                    remark: part.remark,
                  })}
                </span>
              )}
            </div>
            <StateBadge tone={tones[state]}>{t(`company:state.${state}`)}</StateBadge>
            {also?.(part)}
          </li>
        );
      })}
    </ol>
  );
}

/** How much of the description is there, as a figure and a bar. */
export function CompanyProgress({ percent }: { percent: number }) {
  const { t } = useTranslation();
  return (
    <div className={classes.progress}>
      <p>
        <span>{t('company:progress')}</span>
        <span className="figure">{t('company:percent', { percent })}</span>
      </p>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={t('company:progress')}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span className={classes.bar} style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
