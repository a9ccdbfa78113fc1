import { useTranslation } from 'react-i18next';
import { isMissing, packWordsText } from '~/packs/say-words';
import type { PackFigure as Figure, PackValue } from '~/packs/section';
import { packCellText, packSpanText } from '~/packs/show-value';
import { StateBadge } from '../StateBadge';
import { IconComment } from '../icons';
import { Comments } from './Comments';
import {
  commentHref,
  commentsOn,
  placeAnchor,
  sourceHref,
  usePackReading,
  type PackPlace,
} from './pack-reading';
import { RatingMark } from './RatingMark';
import { useSpeech } from './use-speech';
import classes from './Pack.module.css';

/** How its column stands, where it has one. */
type Align = 'end' | undefined;

/** A stored value as it is read: ratings with their mark, what is missing by a dash with its word. */
export function PackValueText({ value, align }: { value: PackValue; align?: Align }) {
  const speech = useSpeech();
  if (value.kind === 'rating') return <RatingMark rating={value.rating} />;
  const text = packCellText(value, speech, align);
  if (isMissing(value)) return <span className={classes.missing}>{text}</span>;
  if (value.kind === 'measure') return <data value={value.value ?? ''}>{text}</data>;
  return <span className={value.kind === 'money' ? 'figure' : undefined}>{text}</span>;
}

type Props = {
  figure: Figure;
  place: PackPlace;
  /** In a cell its row and column say what it is; standing alone it says so itself. */
  named?: boolean;
  align?: Align;
};

/** A figure of a pack: its value with what became of it, its months, its source, and what was said of it. */
export function PackFigureView({ figure, place, named = false, align }: Props) {
  const { t } = useTranslation();
  const speech = useSpeech();
  const { reviewId, isVendor, mayComment, comments, restated } = usePackReading();
  const href = sourceHref(figure.source, isVendor);
  const label = packWordsText(figure.label, speech);
  const span = packSpanText(figure.from, figure.to, speech);
  const saysWhen = label.includes(span);
  const name = saysWhen ? label : t('reviews:comment.figureOf', { figure: label, when: span });
  const said = commentsOn(comments, place, figure.id);
  const value = <PackValueText value={figure.value} align={align} />;
  return (
    <div className={classes.figure} id={placeAnchor(place, figure.id)} data-named={named}>
      {named && <p className={classes.figureName}>{label}</p>}
      <div className={classes.figureValue}>
        {href === null ? (
          <span title={name}>{value}</span>
        ) : (
          <a href={href} title={`${name} · ${packWordsText(figure.source.words, speech)}`}>
            {value}
          </a>
        )}
        {mayComment && (
          <a
            className={`${classes.comment} no-print`}
            href={commentHref(reviewId, place, figure.id)}
            title={t('reviews:comment.onFigure', { figure: name })}
            aria-label={t('reviews:comment.onFigure', { figure: name })}
          >
            <IconComment size={14} aria-hidden />
          </a>
        )}
      </div>
      {figure.disputed === true && <StateBadge>{t('reviews:pack.disputed')}</StateBadge>}
      <Restated now={place.part === 'shared' ? restated.get(figure.id) : undefined} align={align} />
      {named && !saysWhen && <p className={classes.figureNote}>{span}</p>}
      <Comments comments={said} />
    </div>
  );
}

/** What the store says today of a figure that was frozen otherwise: beside it, never in its place. */
function Restated({ now, align }: { now: PackValue | undefined; align: Align }) {
  const { t } = useTranslation();
  const speech = useSpeech();
  if (now === undefined) return null;
  return (
    <p className={classes.restated}>
      {t('reviews:pack.restated', { value: packCellText(now, speech, align) })}
    </p>
  );
}
