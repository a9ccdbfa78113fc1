import { useTranslation } from 'react-i18next';
import { IconColumns } from './icons';
import { Menu } from './Menu';
import { prefer, usePreferences } from './use-preferences';
import classes from './FilterBar.module.css';

type Choosable = { key: string; header: string; hidden?: boolean };

/** True where a column is to be seen: the table's default, unless the reader chose otherwise (`-key`, `+key`). */
export function isShown({ key, hidden }: Choosable, chosen: readonly string[] = []): boolean {
  return hidden ? chosen.includes(`+${key}`) : !chosen.includes(`-${key}`);
}

/**
 * The reader's choices with one more: it takes the place of both earlier ones about the column, whose default may be
 * another on a page where it says nothing.
 */
export function withChoice(
  chosen: readonly string[],
  { key, hidden = false }: Pick<Choosable, 'key' | 'hidden'>,
  wanted: boolean,
): string[] {
  const rest = chosen.filter((one) => one.slice(1) !== key);
  return wanted === hidden ? [...rest, `${hidden ? '+' : '-'}${key}`] : rest;
}

/** Which columns to see and how closely rows stand; remembered in the browser. The first column stays. */
export function ColumnMenu({ table, columns }: { table: string; columns: readonly Choosable[] }) {
  const { t } = useTranslation();
  const { columns: chosen, density } = usePreferences();
  const show = (column: Choosable, wanted: boolean) =>
    prefer({ columns: { ...chosen, [table]: withChoice(chosen[table] ?? [], column, wanted) } });
  return (
    <Menu
      label={t('kit:table.columns')}
      button={
        <>
          <IconColumns size={16} aria-hidden />
          <span className={classes.word}>{t('kit:table.columns')}</span>
        </>
      }
    >
      <fieldset className={classes.options}>
        <legend className={classes.legend}>{t('kit:table.columns')}</legend>
        {columns.slice(1).map((column) => (
          <label key={column.key} className={classes.option}>
            <input
              type="checkbox"
              checked={isShown(column, chosen[table])}
              onChange={(event) => show(column, event.currentTarget.checked)}
            />
            {column.header}
          </label>
        ))}
      </fieldset>
      <fieldset className={classes.options}>
        <legend className={classes.legend}>{t('kit:table.density')}</legend>
        {(['compact', 'comfortable'] as const).map((choice) => (
          <label key={choice} className={classes.option}>
            <input
              type="radio"
              name={`density-${table}`}
              checked={density === choice}
              onChange={() => prefer({ density: choice })}
            />
            {t(`kit:table.${choice}`)}
          </label>
        ))}
      </fieldset>
    </Menu>
  );
}
