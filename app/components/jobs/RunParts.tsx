import { useTranslation } from 'react-i18next';
import { INTERRUPTED, type JobName } from '~/jobs/schedule';
import { StateBadge } from '../StateBadge';

type RunState = 'running' | 'done' | 'failed';

/** How a run stands. */
export function RunBadge({ state }: { state: RunState }) {
  const { t } = useTranslation();
  const tone = { running: 'accent', done: 'good', failed: 'bad' } as const;
  return <StateBadge tone={tone[state]}>{t(`jobs:state.${state}`)}</StateBadge>;
}

/** What a run did, in words; its error where it failed. */
export function RunResult({
  run,
}: {
  run: { state: RunState; counts: Record<string, number> | null; error: string | null };
}) {
  const { t } = useTranslation();
  const say = useCountWords();
  if (run.error === INTERRUPTED) return <span>{t('jobs:interrupted')}</span>;
  if (run.error !== null) return <span>{run.error}</span>;
  const done = Object.entries(run.counts ?? {}).filter(([, count]) => count > 0);
  if (done.length === 0) return <>{run.state === 'done' ? t('jobs:nothing') : null}</>;
  return <>{done.map(([kind, count]) => say(kind, count)).join(' · ')}</>;
}

/** Words for a count of a run. */
function useCountWords(): (kind: string, count: number) => string {
  const { t } = useTranslation();
  return (kind, count) => {
    const other = t('jobs:count.other', { kind, count });
    return t(`jobs:count.${kind}` as 'jobs:count.contracts', { count, defaultValue: other });
  };
}

/** A job's name in the reader's language. */
export function useJobName(): (job: JobName) => string {
  const { t } = useTranslation();
  return (job) => t(`jobs:name.${job}`);
}
