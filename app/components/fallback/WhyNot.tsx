import { useTranslation } from 'react-i18next';
import type { TermAsked } from '~/fallback/candidate';
import { failureWords } from '~/fallback/failure-words';
import type { ProposedVendor } from '~/fallback/proposal';
import { StateBadge } from '../StateBadge';
import { useFormat } from '../use-format';
import { useVoice } from './use-voice';
import classes from './fallback.module.css';

type Props = {
  excluded: readonly ProposedVendor[];
  nearest: readonly number[];
  terms: readonly TermAsked[];
};

/** "Why not this one?": everybody who fails a gate, with the gate and its facts; the nearest misses first. */
export function WhyNot({ excluded, nearest, terms }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const voice = useVoice(terms);
  if (excluded.length === 0) return <p>{t('fallback:whyNot.none')}</p>;
  const place = ({ vendor }: ProposedVendor) => {
    const at = nearest.indexOf(vendor.id);
    return at < 0 ? nearest.length : at;
  };
  const inOrder = [...excluded].sort((a, b) => place(a) - place(b));
  return (
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
          <dl>
            {failures.map((failure) => (
              <div key={failure.gate}>
                <dt>{t(`fallback:gate.${failure.gate}`)}</dt>
                <dd>{failureWords(failure, voice).join(' ')}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
