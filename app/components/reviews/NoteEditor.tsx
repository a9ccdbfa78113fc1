import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '~/packs/section';
import { Button } from '../form/buttons';
import { Callout } from '../Notice';
import { useMounted } from '../use-mounted';
import type { OtherNote } from './note-in-hand';
import { useSavedNote, type SavedNote } from './use-saved-note';
import classes from './Meeting.module.css';

export type LiveNote = OtherNote & { isMine: boolean; isFresh: boolean };

type Props = {
  reviewId: number;
  agenda: AgendaItem;
  title: string;
  /** As the page found it; later versions come in by `live`. */
  stored: OtherNote;
  live: LiveNote | null;
  disabled: boolean;
};

/** The note of a point of the agenda: saved as it is typed, and never at the cost of what another wrote. */
export function NoteEditor({ reviewId, agenda, title, stored, live, disabled }: Props) {
  const { t } = useTranslation();
  const isMounted = useMounted();
  const note = useSavedNote(reviewId, agenda, stored);
  const { takeIn } = note;
  useEffect(() => {
    if (live) takeIn(live);
  }, [live, takeIn]);
  const isUntouched = note.text === '' && note.state === 'saved';
  const id = `note-${agenda}`;
  return (
    <form method="post" action={`/reviews/${reviewId}/notes/${agenda}`} className={classes.note}>
      <label htmlFor={id}>
        {t('reviews:meeting.note')}
        <span className="visually-hidden">: {title}</span>
      </label>
      <textarea
        id={id}
        name="text"
        rows={4}
        value={note.text}
        disabled={disabled}
        aria-describedby={`${id}-state`}
        onChange={(event) => note.write(event.target.value)}
        onBlur={() => void note.sendNow()}
      />
      <input type="hidden" name="version" value={stored.version} />
      <p id={`${id}-state`} className={classes.noteState} data-state={note.state} role="status">
        {!isUntouched && t(`reviews:meeting.noteState.${note.state}`)}
        {live?.isFresh === true && !live.isMine && (
          <strong>
            {t('reviews:meeting.writesToo', { person: live.person ?? t('common:side.ours') })}
          </strong>
        )}
      </p>
      {!isMounted && <Button type="submit">{t('reviews:meeting.saveNote')}</Button>}
      {note.theirs && <Met note={note} theirs={note.theirs} />}
    </form>
  );
}

/** Two texts met: both in sight, and the writer says which stands. Whatever is chosen, the portal keeps the other. */
function Met({ note, theirs }: { note: SavedNote; theirs: OtherNote }) {
  const { t } = useTranslation();
  return (
    <Callout tone="attention" role="alert" title={t('reviews:meeting.met')}>
      <p>{t('reviews:meeting.metHelp', { person: theirs.person ?? t('common:side.ours') })}</p>
      <div className={classes.both}>
        <div>
          <h4>{t('reviews:meeting.theirs')}</h4>
          <p className={classes.text}>{theirs.text}</p>
        </div>
        <div>
          <h4>{t('reviews:meeting.mine')}</h4>
          <p className={classes.text}>{note.text}</p>
        </div>
      </div>
      <div className={classes.choices}>
        <Button look="primary" onClick={() => note.settle('both')}>
          {t('reviews:meeting.takeBoth')}
        </Button>
        <Button onClick={() => note.settle('mine')}>{t('reviews:meeting.keepMine')}</Button>
        <Button onClick={() => note.settle('theirs')}>{t('reviews:meeting.takeTheirs')}</Button>
      </div>
    </Callout>
  );
}
