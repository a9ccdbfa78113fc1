import { useTranslation } from 'react-i18next';
import { Comments } from '~/components/reviews/Comments';
import { NoteEditor } from '~/components/reviews/NoteEditor';
import { PackContext } from '~/components/reviews/pack-reading';
import { Exceptions } from '~/components/reviews/PackView';
import { isBeingWritten, type Live } from '~/components/reviews/use-live-notes';
import { useSpeech } from '~/components/reviews/use-speech';
import { StateBadge } from '~/components/StateBadge';
import { InstantText } from '~/components/texts';
import { agendaMinutes } from '~/packs/section';
import { agendaTitle, sectionTitle } from '~/packs/show-value';
import { startOf } from '~/reviews/agenda-clock';
import classes from '~/components/reviews/Meeting.module.css';
import type { Meeting } from './load-meeting.server';

type Props = {
  point: Meeting['points'][number];
  page: Meeting;
  live: Live | null;
  isCurrent: boolean;
};

/** A point of the agenda: what the pack says to it, what was brought and said, and the note of the meeting. */
export function Point({ point, page, live, isCurrent }: Props) {
  const { t } = useTranslation();
  const speech = useSpeech();
  const { agenda, exceptions, sections, note } = point;
  const title = agendaTitle(agenda, speech);
  const comments = page.comments.filter(({ sectionId }) =>
    sections.some((section) => section === sectionId),
  );
  const onServer = live?.notes.find((one) => one.agenda === agenda);
  return (
    <section className={classes.point} id={agenda} data-current={isCurrent} aria-label={title}>
      <div className={classes.pointHead}>
        <h2>{title}</h2>
        <span>
          {t('reviews:meeting.plan', { count: agendaMinutes[agenda], start: startOf(agenda) })}
        </span>
      </div>
      <PackContext.Provider value={{ ...EMPTY, reviewId: page.id }}>
        {exceptions.length > 0 && <Exceptions exceptions={exceptions} />}
      </PackContext.Provider>
      {sections.length > 0 && (
        <p>
          {sections.map((section, index) => (
            <span key={`${section} ${index}`}>
              {index > 0 && ' · '}
              <a href={`/reviews/${page.id}#section-${section}`} target="_blank" rel="noreferrer">
                {sectionTitle(section, speech)}
              </a>
            </span>
          ))}
        </p>
      )}
      {agenda === 'escalations' && <Items page={page} />}
      <Comments comments={comments} />
      <NoteEditor
        reviewId={page.id}
        agenda={agenda}
        title={title}
        stored={note}
        live={onServer && live ? { ...onServer, isFresh: isBeingWritten(live, agenda) } : null}
        disabled={!page.isOpen}
      />
      <SetAside page={page} agenda={agenda} />
    </section>
  );
}

const EMPTY = { isVendor: false, mayComment: false, comments: [], restated: new Map() };

/** What the sides brought is talked about with the escalations. */
function Items({ page }: { page: Meeting }) {
  const { t } = useTranslation();
  if (page.items.length === 0) return null;
  return (
    <ul className={classes.list}>
      {page.items.map(({ id, title, details, kind, side }) => (
        <li key={id}>
          <p>
            <strong>{title}</strong>
            {details && `\n${details}`}
          </p>
          <StateBadge>
            {t(`reviews:item.kinds.${kind}`)} · {t(`common:side.${side}`)}
          </StateBadge>
        </li>
      ))}
    </ul>
  );
}

/** Texts of this point that met another's version: the portal keeps them for whoever looks for a word. */
function SetAside({ page, agenda }: { page: Meeting; agenda: string }) {
  const { t } = useTranslation();
  const texts = page.setAside.filter((one) => one.agenda === agenda);
  if (texts.length === 0) return null;
  return (
    <details className={classes.aside}>
      <summary>{t('reviews:meeting.setAside', { count: texts.length })}</summary>
      {texts.map(({ id, text, person, writtenAt }) => (
        <div key={id}>
          <p className={classes.noteState}>
            {person ?? ''} <InstantText instant={writtenAt} />
          </p>
          <p className={classes.text}>{text}</p>
        </div>
      ))}
    </details>
  );
}
