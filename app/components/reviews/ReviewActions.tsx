import { useTranslation } from 'react-i18next';
import type { ActionState } from '~/actions/action';
import { ActionBadge } from '../actions/ActionBadge';
import { useFormat } from '../use-format';
import classes from './Pack.module.css';

export type ReviewAction = {
  id: number;
  title: string;
  side: 'ours' | 'vendor';
  owner: string | null;
  dueOn: string | null;
  state: ActionState;
};

/** What was agreed: who does it by when; an action that nobody owns says so. */
export function ReviewActions({ actions }: { actions: readonly ReviewAction[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (actions.length === 0) return <p className={classes.missing}>{t('reviews:action.none')}</p>;
  return (
    <ul className={classes.items}>
      {actions.map(({ id, title, side, owner, dueOn, state }) => (
        <li key={id}>
          <a href={`/actions/${id}`}>{title}</a> <ActionBadge state={state} />
          <p className={classes.by}>
            {owner === null ? (
              <strong>{t('reviews:action.noOwner')}</strong>
            ) : (
              `${owner} · ${t(`common:side.${side}`)}`
            )}
            {dueOn !== null && ` · ${t('reviews:action.due', { date: format.date(dueOn) })}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
