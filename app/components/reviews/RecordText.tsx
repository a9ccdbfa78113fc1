import { useTranslation } from 'react-i18next';
import { packWordsText } from '~/packs/say-words';
import { agendaItems, type PackRating, type PackWords } from '~/packs/section';
import { agendaTitle } from '~/packs/show-value';
import { Section } from '../Section';
import { StateBadge } from '../StateBadge';
import { RatingMark } from './RatingMark';
import { ReviewActions, type ReviewAction } from './ReviewActions';
import { useSpeech } from './use-speech';
import classes from './Pack.module.css';

type Decision = { id: number; agenda: string; kind: 'decision' | 'consequence'; text: string };
type Rating = {
  id: string;
  label: PackWords;
  computed: PackRating | null;
  rating: PackRating;
  reason: string | null;
};

type Props = {
  record: {
    ratings: readonly Rating[];
    notes: readonly { agenda: string; text: string }[];
    decisions: readonly Decision[];
    actions: readonly ReviewAction[];
  };
};

/** The record of a meeting: what was decided and agreed first, then the ratings and the notes by the agenda. */
export function RecordText({ record }: Props) {
  const { t } = useTranslation();
  const { decisions, actions, ratings, notes } = record;
  return (
    <>
      <Section title={t('reviews:decision.list')}>
        {decisions.length === 0 ? (
          <p className={classes.missing}>{t('reviews:decision.none')}</p>
        ) : (
          <ul className={classes.items}>
            {decisions.map(({ id, text, kind }) => (
              <li key={id}>
                <p className={classes.said}>{text}</p>
                {kind === 'consequence' && (
                  <StateBadge tone="attention">
                    {t('reviews:decision.kinds.consequence')}
                  </StateBadge>
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('reviews:around.actions')}>
        <ReviewActions actions={actions} />
      </Section>
      {ratings.length > 0 && <Ratings ratings={ratings} />}
      <Notes notes={notes} />
    </>
  );
}

function Ratings({ ratings }: { ratings: readonly Rating[] }) {
  const { t } = useTranslation();
  const speech = useSpeech();
  return (
    <Section title={t('reviews:ratings.title')}>
      <ul className={classes.items}>
        {ratings.map(({ id, label, computed, rating, reason }) => (
          <li key={id}>
            <p>
              {packWordsText(label, speech)} <RatingMark rating={rating} />
            </p>
            {reason !== null && computed !== rating && (
              <p className={classes.by}>
                {t('reviews:ratings.before')} <RatingMark rating={computed} />
              </p>
            )}
            {reason !== null && <p className={classes.said}>{reason}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Notes({ notes }: { notes: Props['record']['notes'] }) {
  const { t } = useTranslation();
  const speech = useSpeech();
  const written = agendaItems.flatMap((item) => {
    const text = notes.find(({ agenda }) => agenda === item)?.text.trim() ?? '';
    return text === '' ? [] : [{ item, text }];
  });
  return (
    <Section title={t('reviews:record.notes')}>
      {written.length === 0 && <p className={classes.missing}>{t('reviews:record.noNotes')}</p>}
      {written.map(({ item, text }) => (
        <div key={item} className={classes.block}>
          <h3>{agendaTitle(item, speech)}</h3>
          <p className={classes.said}>{text}</p>
        </div>
      ))}
    </Section>
  );
}
