import { useTranslation } from 'react-i18next';
import type { DeskRow, Fold, Task } from '~/desk/task';
import { switchSteps } from '~/fallback/switch-steps';
import { certificateName } from '~/vendors/certificate-name';
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
  const words = useTaskWords();
  const { kind, href, dueOn } = task;
  return (
    <a href={href} className={classes.row}>
      <span className={classes.kind}>{t(`desk:kind.${kind}`)}</span>
      <span className={classes.what}>{words(task)}</span>
      <Due dueOn={dueOn} today={today} />
    </a>
  );
}

/** What is to be done, in a sentence. */
function useTaskWords(): (task: Task) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ kind, params, period }) => {
    const certificate = params['certificate'];
    const step = switchSteps.find((each) => each === params['step']);
    return t(`desk:task.${kind}` as 'desk:today', {
      ...params,
      ...(typeof certificate === 'string' && { certificate: certificateName(certificate, t) }),
      month: period === null ? '' : format.month(period),
      step: step ? t(`desk:step.${step}`) : '',
    });
  };
}

function FoldRow({ fold, today }: { fold: Fold; today: string }) {
  const { t } = useTranslation();
  const words = useTaskWords();
  const { kind, count, href, first, beside } = fold;
  return (
    <a href={href} className={classes.row}>
      <span className={classes.kind}>{t(`desk:kind.${kind}`)}</span>
      <span className={classes.what}>
        {beside
          ? t('desk:fold.more', { count })
          : t('desk:fold.first', { first: words(first), count: count - 1 })}
      </span>
      <Due dueOn={first.dueOn} today={today} />
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
