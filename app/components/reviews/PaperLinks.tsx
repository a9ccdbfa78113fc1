import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '~/locales/languages';
import { Facts, Section } from '../Section';

type Props = {
  reviewId: number;
  /** The pack is frozen: before, there is the calendar file alone. */
  hasPack: boolean;
  /** The reader sees the part that is ours alone. */
  hasInternal: boolean;
};

const forms = ['pdf', 'pptx'] as const;

/** A review to take along: its pack and record as PDF and slides in either language, and its meeting for a calendar. */
export function PaperLinks({ reviewId, hasPack, hasInternal }: Props) {
  const { t } = useTranslation();
  const rows = hasPack
    ? [
        ...forms.map((form) => ({ form, part: 'shared' as const })),
        ...(hasInternal ? forms.map((form) => ({ form, part: 'internal' as const })) : []),
      ]
    : [];
  return (
    <div className="no-print">
      <Section title={t('papers:links.title')}>
        <Facts
          items={[
            ...rows.map(({ form, part }) => ({
              label: t(`papers:links.${part}.${form}`),
              value: languages.map((language, index) => (
                <span key={language}>
                  {index > 0 && ' · '}
                  <a
                    href={`/reviews/${reviewId}/pack/${form}?part=${part}&lang=${language}`}
                    lang={language}
                    download
                  >
                    {languageNames[language]}
                  </a>
                </span>
              )),
            })),
            {
              label: t('papers:links.calendar'),
              value: (
                <a href={`/reviews/${reviewId}/ics`} download>
                  {t('papers:links.file')}
                </a>
              ),
            },
          ]}
        />
      </Section>
    </div>
  );
}
