import { useTranslation } from 'react-i18next';
import type { TermAsked } from '~/fallback/candidate';
import type { BriefVendor, ProposedVendor } from '~/fallback/proposal';
import type { Tally } from '~/fallback/tally';
import { StateBadge } from '../StateBadge';
import { useFormat } from '../use-format';
import { Failures } from './Failures';
import classes from './fallback.module.css';

type Props = {
  excluded: readonly ProposedVendor[];
  /** Those who are kept by name and gates alone. */
  behind: readonly BriefVendor[];
  tally: Tally;
  /** How many fail a gate and are out of the reader's reach. */
  unnamed: number;
  nearest: readonly number[];
  terms: readonly TermAsked[];
};

/** "Why not this one?": everybody who fails a gate, with the gate and its facts; the nearest misses first. */
export function WhyNot({ excluded, behind, tally, unnamed, nearest, terms }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (excluded.length + behind.length + unnamed === 0) return <p>{t('fallback:whyNot.none')}</p>;
  const place = ({ vendor }: ProposedVendor) => {
    const at = nearest.indexOf(vendor.id);
    return at < 0 ? nearest.length : at;
  };
  const inOrder = [...excluded].sort((a, b) => place(a) - place(b));
  return (
    <>
      {behind.length > 0 && <Bounded shown={excluded.length} tally={tally} />}
      {inOrder.length > 0 && (
        <ul className={classes.whyNot}>
          {inOrder.map(({ vendor, failures, score }) => (
            <li key={vendor.id}>
              <div>
                <a href={`/vendors/${vendor.id}`}>{vendor.name}</a>
                {nearest.includes(vendor.id) && (
                  <StateBadge tone="accent">{t('fallback:whyNot.nearest')}</StateBadge>
                )}
                <span className={classes.quiet}>
                  {t('fallback:whyNot.would', { score: format.number(score, { maxDigits: 1 }) })}
                </span>
              </div>
              <Failures failures={failures} terms={terms} />
            </li>
          ))}
        </ul>
      )}
      {behind.length > 0 && <Others behind={behind} />}
      {unnamed > 0 && (
        <p className={classes.quiet}>{t('fallback:whyNot.unnamed', { count: unnamed })}</p>
      )}
    </>
  );
}

/** How many of how many are shown, and what the gates are that they fail. */
function Bounded({ shown, tally }: { shown: number; tally: Tally }) {
  const { t } = useTranslation();
  const format = useFormat();
  const total = format.number(tally.excluded);
  return (
    <>
      {shown > 0 && <p>{t('fallback:whyNot.shown', { shown: format.number(shown), total })}</p>}
      <p className={classes.quiet}>
        {format.listed(
          tally.byGate.map(({ gate, count }) => t(`fallback:whyNot.tally.${gate}`, { count })),
        )}
      </p>
    </>
  );
}

function Others({ behind }: Pick<Props, 'behind'>) {
  const { t } = useTranslation();
  const { listed } = useFormat();
  return (
    <details className={classes.others}>
      <summary>{t('fallback:whyNot.others', { count: behind.length })}</summary>
      <ul>
        {behind.map(({ vendor, gates }) => (
          <li key={vendor.id}>
            <a href={`/vendors/${vendor.id}`}>{vendor.name}</a>{' '}
            <span className={classes.quiet}>
              {listed(gates.map((gate) => t(`fallback:gate.${gate}`)))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
