import { useTranslation } from 'react-i18next';
import type { Pack } from '~/packs/pack';
import { packWordsText } from '~/packs/say-words';
import { agendaItems, type PackException, type PackSection } from '~/packs/section';
import { agendaTitle, exceptionTitle, sectionTitle } from '~/packs/show-value';
import { Section } from '../Section';
import { Comments } from './Comments';
import { PackBlockView } from './PackBlock';
import { commentHref, commentsOn, placeAnchor, sourceHref, usePackReading } from './pack-reading';
import { useSpeech } from './use-speech';
import classes from './Pack.module.css';

/** What opens a pack: what failed, is late or changed, the gravest first, and the quarter in sentences. */
export function PackOpening({ pack }: { pack: Pack }) {
  const { t } = useTranslation();
  const speech = useSpeech();
  return (
    <>
      <Section title={t('reviews:pack.exceptions')}>
        {pack.exceptions.length === 0 ? (
          <p>{t('reviews:pack.noExceptions')}</p>
        ) : (
          <Exceptions exceptions={pack.exceptions} />
        )}
      </Section>
      {pack.summary.length > 0 && (
        <Section title={t('reviews:pack.summary')}>
          <div className={classes.summary}>
            {pack.summary.map((words, index) => (
              <p key={index}>{packWordsText(words, speech)}</p>
            ))}
          </div>
        </Section>
      )}
    </>
  );
}

/** Sentences with what they are: failed, late or changed. */
export function Exceptions({ exceptions }: { exceptions: readonly PackException[] }) {
  const speech = useSpeech();
  const { isVendor } = usePackReading();
  return (
    <ul className={classes.exceptions}>
      {exceptions.map((exception, index) => {
        const href = sourceHref(exception.source, isVendor);
        const text = packWordsText(exception.words, speech);
        return (
          <li key={index} data-kind={exception.kind}>
            <span className={classes.kind}>{exceptionTitle(exception, speech)}</span>
            {href === null ? <span>{text}</span> : <a href={href}>{text}</a>}
          </li>
        );
      })}
    </ul>
  );
}

/** The sections of a part of a pack under the points of the agenda. */
export function PackSections({ pack }: { pack: Pack }) {
  const { t } = useTranslation();
  const speech = useSpeech();
  const within = pack.part === 'internal' ? t('reviews:internal.title') : undefined;
  return (
    <>
      {agendaItems.map((item) => {
        const sections = pack.sections.filter(({ agenda }) => agenda === item);
        if (sections.length === 0) return null;
        return (
          <Section key={item} title={agendaTitle(item, speech)} within={within}>
            {sections.map((section, index) => (
              <OneSection key={`${section.id} ${index}`} section={section} />
            ))}
          </Section>
        );
      })}
    </>
  );
}

function OneSection({ section }: { section: PackSection }) {
  const { t } = useTranslation();
  const speech = useSpeech();
  const { reviewId, mayComment, comments } = usePackReading();
  const title = sectionTitle(section.id, speech);
  return (
    <div className={classes.section} id={placeAnchor(section)}>
      <div className={classes.sectionHead}>
        <h3>{title}</h3>
        {mayComment && (
          <a className="no-print" href={commentHref(reviewId, section)}>
            {t('reviews:comment.add')}
            <span className="visually-hidden">: {title}</span>
          </a>
        )}
      </div>
      {section.blocks.map((block, index) => (
        <PackBlockView key={index} block={block} place={section} />
      ))}
      <Comments comments={commentsOn(comments, section, null)} />
    </div>
  );
}
