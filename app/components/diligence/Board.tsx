import { useTranslation } from 'react-i18next';
import { stages, type Stage, type Wait } from '~/onboarding/pipeline';
import { changedSearch } from '~/shared/list-query';
import { useFormat } from '../use-format';
import classes from './Board.module.css';
import { useWaitWords } from './use-wait-words';

type Card = { id: number; name: string; stage: Stage; since: string; wait: Wait };
type Props = {
  rows: readonly Card[];
  counts: Record<Stage, number>;
  today: string;
  search: string;
};

/** The way in as columns: those longest in a stage first, each with what it waits for and whose turn it is. */
export function Board({ rows, counts, today, search }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.board} role="group" aria-label={t('diligence:board.title')}>
      {stages.map((stage) => (
        <section key={stage} className={classes.stage} data-empty={counts[stage] === 0}>
          <h2>
            <a href={`/onboarding${changedSearch(search, { stage, view: 'table' })}`}>
              {t(`diligence:board.stages.${stage}`)}
              <span>{counts[stage]}</span>
            </a>
          </h2>
          <ul>
            {rows
              .filter((row) => row.stage === stage)
              .map((row) => (
                <BoardCard key={row.id} card={row} today={today} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function BoardCard({ card, today }: { card: Card; today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWaitWords();
  return (
    <li>
      <a href={`/vendors/${card.id}`} className={classes.card}>
        <strong>{card.name}</strong>
        <span>
          {card.wait.for === 'nothing'
            ? words(card.wait)
            : t('diligence:board.waitsForWhat', { what: words(card.wait) })}
        </span>
        <span className={classes.meta}>
          {format.daysFrom(card.since, today)}
          {card.wait.turn !== 'nobody' && ` · ${t(`diligence:board.turns.${card.wait.turn}`)}`}
        </span>
      </a>
    </li>
  );
}
