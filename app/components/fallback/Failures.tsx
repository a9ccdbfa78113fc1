import { useTranslation } from 'react-i18next';
import type { TermAsked } from '~/fallback/candidate';
import { failureWords } from '~/fallback/failure-words';
import type { GateFailure } from '~/fallback/gate';
import { useVoice } from './use-voice';

type Props = { failures: readonly GateFailure[]; terms: readonly TermAsked[] };

/** The gates that a vendor fails, each with its facts. */
export function Failures({ failures, terms }: Props) {
  const { t } = useTranslation();
  const voice = useVoice(terms);
  return (
    <dl>
      {failures.map((failure) => (
        <div key={failure.gate}>
          <dt>{t(`fallback:gate.${failure.gate}`)}</dt>
          <dd>{failureWords(failure, voice).join(voice.locale === 'en' ? ' ' : '')}</dd>
        </div>
      ))}
    </dl>
  );
}
