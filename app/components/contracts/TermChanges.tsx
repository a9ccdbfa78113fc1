import { useTranslation } from 'react-i18next';
import type { TermOnPage } from '~/contracts/term-on-page';
import { Section } from '../Section';
import { Timeline } from '../Timeline';
import { useFormat } from '../use-format';
import { TermDifference } from './TermDifference';
import classes from './contracts.module.css';

type Props = { terms: readonly TermOnPage[]; base: string };

/** How the terms came to say what they say, the latest change first; nothing where none was ever changed. */
export function TermChanges({ terms, base }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const changes = terms
    .flatMap((term) =>
      term.versions.slice(1).map((version, index) => ({
        term,
        version,
        before: term.versions[index],
      })),
    )
    .sort((a, b) => (a.version.createdAt < b.version.createdAt ? 1 : -1));
  if (changes.length === 0) return null;
  const items = changes.map(({ term, version, before }) => ({
    key: version.id,
    at: version.createdAt,
    who: version.changedBy,
    title: (
      <>
        <a href={`${base}/terms/${term.id}`}>{term.name}</a>{' '}
        {version.effectiveFrom === null
          ? t('contracts:change.fromStart')
          : t('contracts:change.from', { date: format.date(version.effectiveFrom) })}
      </>
    ),
    children: (
      <>
        {version.reason && <p className={classes.quiet}>{version.reason}</p>}
        {before && (
          <TermDifference before={before.term} after={version.term} unit={term.unit} undated />
        )}
      </>
    ),
  }));
  return (
    <Section title={t('contracts:page.changes')}>
      <Timeline items={items} />
    </Section>
  );
}
