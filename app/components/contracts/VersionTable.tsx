import { useTranslation } from 'react-i18next';
import type { TermOnPage } from '~/contracts/term-on-page';
import { DataTable } from '../DataTable';
import { Section } from '../Section';
import { useFormat } from '../use-format';
import { useTermWords } from './use-term-words';

/** Every version of a term with the time for which it holds; those overtaken stay to be read. */
export function VersionTable({ term, startsOn }: { term: TermOnPage; startsOn: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const wordsOf = useTermWords();
  const now = term.standing === 'in_force' ? term.current?.versionId : undefined;
  return (
    <Section title={t('contracts:page.versions')}>
      <DataTable
        name="term-versions"
        label={t('contracts:page.versions')}
        rows={[...term.versions].reverse()}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          {
            key: 'version',
            header: t('contracts:version.number'),
            cell: ({ id, version }) =>
              id === now ? t('contracts:version.now', { version }) : String(version),
          },
          {
            key: 'target',
            header: t('common:column.target'),
            cell: (version) => wordsOf(version.term, term.unit).target,
          },
          {
            key: 'bands',
            header: t('contracts:part.bands'),
            cell: (version) => wordsOf(version.term, term.unit).bands,
          },
          {
            key: 'holds',
            header: t('contracts:version.holds'),
            cell: ({ effectiveFrom, effectiveTo, replacedAt }) =>
              replacedAt !== null
                ? t('contracts:version.replaced')
                : effectiveTo === null
                  ? t('contracts:version.from', { from: format.date(effectiveFrom ?? startsOn) })
                  : t('contracts:version.span', {
                      from: format.date(effectiveFrom ?? startsOn),
                      to: format.date(effectiveTo),
                    }),
          },
        ]}
      />
    </Section>
  );
}
