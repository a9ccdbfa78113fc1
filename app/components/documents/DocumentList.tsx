import { useTranslation } from 'react-i18next';
import type { DocumentKind, SubjectKind } from '~/documents/document-kind';
import { EmptyState } from '../EmptyState';
import { ConfirmButton } from '../form/ConfirmButton';
import { StateBadge } from '../StateBadge';
import { DateText } from '../texts';
import { useFileSize } from '../use-file-size';
import { useFormat } from '../use-format';
import classes from './documents.module.css';

export type ListedDocument = {
  id: number;
  subjectKind: SubjectKind;
  title: string;
  kind: DocumentKind;
  version: string | null;
  language: string | null;
  expiresOn: string | null;
  internal: boolean;
  fileName: string;
  bytes: number;
  uploadedSide: 'ours' | 'vendor';
  uploadedAt: string;
  uploader?: string | null;
};

type Props = {
  documents: readonly ListedDocument[];
  /** `YYYY-MM-DD`: what ran out before it is marked. */
  today: string;
  /** Where a document's removal is posted, for those that the reader may take out. */
  removal?: (document: ListedDocument) => string | null;
  empty?: string;
};

/** The documents of a record, each to be downloaded. */
export function DocumentList({ documents, today, removal, empty }: Props) {
  const { t } = useTranslation();
  if (documents.length === 0) return <EmptyState title={empty ?? t('documents:empty')} />;
  return (
    <ul className={classes.list}>
      {documents.map((document) => {
        const removedAt = removal?.(document) ?? null;
        return (
          <li key={document.id} className={classes.item}>
            <div className={classes.what}>
              <a href={`/documents/${document.id}`} download>
                {document.title}
              </a>
              {document.internal && <StateBadge>{t('documents:internal')}</StateBadge>}
              <DocumentFacts document={document} today={today} />
            </div>
            {removedAt !== null && (
              <ConfirmButton
                label={t('documents:removeShort')}
                title={t('documents:remove', { title: document.title })}
                action={removedAt}
                openLook="quiet"
              >
                {t('documents:removeHelp')}
              </ConfirmButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function DocumentFacts({ document, today }: { document: ListedDocument; today: string }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const size = useFileSize();
  const { kind, version, language, expiresOn, bytes, uploader, uploadedSide } = document;
  const at = format.date(document.uploadedAt.slice(0, 10));
  const languageKey = `documents:languages.${language ?? ''}`;
  const facts = [
    t(`documents:kinds.${kind}`),
    version,
    language !== null && i18n.exists(languageKey) ? t(languageKey, { defaultValue: '' }) : null,
    size(bytes),
    uploader != null
      ? t('documents:by', { name: uploader, at })
      : t(uploadedSide === 'ours' ? 'documents:ours' : 'documents:theirs', { at }),
  ].filter(Boolean);
  return (
    <p className={classes.facts}>
      {facts.join(' · ')}
      {expiresOn !== null && (
        <span data-late={expiresOn < today}>
          {' · '}
          {t('documents:expiresOn')} <DateText date={expiresOn} />
          {expiresOn < today && ` (${t('documents:expired')})`}
        </span>
      )}
    </p>
  );
}
