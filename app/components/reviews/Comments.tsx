import { useTranslation } from 'react-i18next';
import { spokenBy } from '~/shared/spoken-by';
import { StateBadge } from '../StateBadge';
import { InstantText } from '../texts';
import type { PackComment } from './pack-reading';
import classes from './Pack.module.css';

/** What both sides said, with who and when; what is ours alone says so. */
export function Comments({ comments }: { comments: readonly PackComment[] }) {
  const { t } = useTranslation();
  if (comments.length === 0) return null;
  return (
    <ul className={classes.comments}>
      {comments.map(({ id, side, person, text, internal, writtenAt }) => (
        <li key={id} data-side={side} data-internal={internal}>
          <p className={classes.said}>{text}</p>
          <p className={classes.by}>
            {spokenBy(t, person, t(`common:side.${side}`))} · <InstantText instant={writtenAt} />
            {internal && <StateBadge tone="attention">{t('reviews:internal.badge')}</StateBadge>}
          </p>
        </li>
      ))}
    </ul>
  );
}
