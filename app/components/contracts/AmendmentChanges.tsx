import { useTranslation } from 'react-i18next';
import type { SlaTerm } from '~/contracts/sla-term';
import { useFormat } from '../use-format';
import { FieldDifference } from './FieldDifference';
import { TermDifference } from './TermDifference';
import { termParts, useTermWords } from './use-term-words';
import classes from './contracts.module.css';

/** A change of an amendment as the page shows it: terms read, and what stood before beside them. */
export type ShownChange =
  | { kind: 'fields'; before: Record<string, unknown>; fields: Record<string, unknown> }
  | { kind: 'term_added'; name: string; unit: string | null; after: SlaTerm }
  | { kind: 'term_changed'; name: string; unit: string | null; before: SlaTerm; after: SlaTerm }
  | { kind: 'term_ended'; name: string; lastDay: string };

/** What an amendment changes, each as a difference: the contract's fields, then its SLA terms. */
export function AmendmentChanges({ changes }: { changes: readonly ShownChange[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = changes.map((change, index) => {
    switch (change.kind) {
      case 'fields':
        return <FieldDifference key={index} before={change.before} fields={change.fields} />;
      case 'term_added':
        return (
          <div key={index}>
            <h3>{t('contracts:amendment.added', { kpi: change.name })}</h3>
            <NewTerm term={change.after} unit={change.unit} />
          </div>
        );
      case 'term_changed':
        return (
          <div key={index}>
            <h3>{t('contracts:amendment.changed', { kpi: change.name })}</h3>
            <TermDifference
              before={change.before}
              after={change.after}
              unit={change.unit}
              undated
            />
          </div>
        );
      case 'term_ended':
        return (
          <h3 key={index}>
            {t('contracts:amendment.ended', {
              kpi: change.name,
              date: format.date(change.lastDay),
            })}
          </h3>
        );
    }
  });
  return <div className={classes.changes}>{shown}</div>;
}

/** Everything that a term says, part by part. */
export function NewTerm({ term, unit }: { term: SlaTerm; unit: string | null }) {
  const { t } = useTranslation();
  const words = useTermWords()(term, unit);
  return (
    <dl className={classes.difference}>
      {termParts.map((part) => (
        <div key={part}>
          <dt>{t(`contracts:part.${part}`)}</dt>
          <dd>{words[part]}</dd>
        </div>
      ))}
    </dl>
  );
}
