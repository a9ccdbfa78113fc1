import { useTranslation } from 'react-i18next';
import { EmptyState } from '../EmptyState';
import { ButtonLink } from '../form/buttons';
import { ConfirmButton } from '../form/ConfirmButton';
import { Section } from '../Section';
import { InstantText } from '../texts';
import type { CheckParts } from './check-page';
import classes from './diligence.module.css';

/** What a check rests on: links and notes, each with who added it and when. */
export function EvidenceList({ page: { check, evidence, documents, may } }: { page: CheckParts }) {
  const { t } = useTranslation();
  const base = `/checks/${check.id}/evidence`;
  return (
    <Section
      title={t('diligence:evidence.section')}
      action={
        may.review && (
          <span className={classes.buttons}>
            <ButtonLink href={`/checks/${check.id}/documents/new`} look="quiet">
              {t('diligence:evidence.addDocument')}
            </ButtonLink>
            <ButtonLink href={`${base}/new`} look="quiet">
              {t('diligence:evidence.add')}
            </ButtonLink>
          </span>
        )
      }
    >
      {evidence.length + documents.length === 0 ? (
        <EmptyState title={t('diligence:evidence.empty')} />
      ) : (
        <ul className={classes.evidence}>
          {documents.map(({ id, title, uploadedAt, uploader }) => (
            <li key={id}>
              <a href={`/checks/${check.id}/documents/${id}`} download>
                {title}
              </a>
              <p className={classes.quiet}>
                {uploader} · <InstantText instant={uploadedAt} />
              </p>
            </li>
          ))}
          {evidence.map(({ evidence: item, addedBy, isRemovable }) => (
            <li key={item.id}>
              {item.url === null ? (
                <strong>{item.title}</strong>
              ) : (
                <a href={item.url} rel="noreferrer" target="_blank">
                  {item.title}
                </a>
              )}
              {item.note !== null && <p className={classes.text}>{item.note}</p>}
              <p className={classes.quiet}>
                {addedBy} · <InstantText instant={item.addedAt} />
              </p>
              {isRemovable && (
                <ConfirmButton
                  label={t('diligence:evidence.remove')}
                  title={t('diligence:evidence.removeTitle', { title: item.title })}
                  action={`${base}/${item.id}/removal`}
                  openLook="quiet"
                >
                  {t('diligence:evidence.removeHelp')}
                </ConfirmButton>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
