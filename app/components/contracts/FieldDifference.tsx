import { useTranslation } from 'react-i18next';
import classes from './contracts.module.css';
import { useFieldWords } from './use-field-words';

type Document = Record<string, unknown>;

/** What an amendment changes of a contract beside its terms: each field, old, then new. */
export function FieldDifference({ before, fields }: { before: Document; fields: Document }) {
  const words = useFieldWords();
  return (
    <dl className={classes.difference}>
      {Object.entries(fields).map(([name, value]) => (
        <div key={name}>
          <dt>{words.label(name)}</dt>
          <dd>
            <del>{words.value(name, before[name], before)}</del>{' '}
            <ins>{words.value(name, value, { ...before, ...fields })}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Everything that a version of a contract says beside its terms. */
export function FieldList({ document }: { document: Document }) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const said = Object.entries(document).filter(
    ([name, value]) => name !== 'terms' && words.value(name, value, document) !== t('common:none'),
  );
  return (
    <dl className={classes.difference}>
      {said.map(([name, value]) => (
        <div key={name}>
          <dt>{words.label(name)}</dt>
          <dd>{words.value(name, value, document)}</dd>
        </div>
      ))}
    </dl>
  );
}
