import { useTranslation } from 'react-i18next';
import type { DeskRow, Fold, Task } from '~/desk/task';
import { switchSteps } from '~/fallback/switch-plan';
import { useFormat } from '../use-format';
import classes from './TaskList.module.css';

type Props = { rows: readonly DeskRow[]; today: string };

/** What waits for the reader, the most urgent first; every row leads to where it is done. */
export function TaskList({ rows, today }: Props) {
  return (
    <ol className={classes.list}>
      {rows.map((row) => (
        <li key={row.key}>
          {row.task ? (
            <TaskRow task={row.task} today={today} />
          ) : (
            <FoldRow fold={row.fold} today={today} />
          )}
        </li>
      ))}
    </ol>
  );
}

function TaskRow({ task, today }: { task: Task; today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, href, params, period, dueOn } = task;
  const step = switchSteps.find((each) => each === params['step']);
  const words: Record<string, string | number> = {
    ...params,
    month: period === null ? '' : format.month(period),
    step: step ? t(`desk:step.${step}`) : '',
  };
  return (
    <a href={href} className={classes.row}>
      <span className={classes.kind}>{t(`desk:kind.${kind}`)}</span>
      <span className={classes.what}>{t(`desk:task.${kind}` as 'desk:today', words)}</span>
      <Due dueOn={dueOn} today={today} />
    </a>
  );
}

function FoldRow({ fold, today }: { fold: Fold; today: string }) {
  const { t } = useTranslation();
  const { kind, count, href, dueOn, beside } = fold;
  return (
    <a href={href} className={classes.row}>
      <span className={classes.kind}>{t(`desk:kind.${kind}`)}</span>
      <span className={classes.fold}>
        {beside ? t('desk:fold.more', { count }) : t('desk:fold.all', { count })}
      </span>
      <Due dueOn={dueOn} today={today} />
    </a>
  );
}

function Due({ dueOn, today }: { dueOn: string | null; today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (dueOn === null) return <span className={classes.due} />;
  const isOver = dueOn < today;
  return (
    <span className={classes.due} data-over={isOver || undefined}>
      <time dateTime={dueOn}>{format.date(dueOn)}</time>
      <span className={classes.left}>
        {dueOn === today ? t('desk:today') : format.daysFrom(dueOn, today)}
      </span>
    </span>
  );
}
