import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './DataTable.module.css';

const boxes = 'tbody input[type=checkbox][name=id]';

/** The actions on selected rows; with script they wait until a row is selected. */
export function SelectionBar({ actions }: { actions: ReactNode }) {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    const form = bar.current?.closest('form');
    if (!form) return undefined;
    const tally = () => setCount(form.querySelectorAll(`${boxes}:checked`).length);
    tally();
    form.addEventListener('change', tally);
    return () => form.removeEventListener('change', tally);
  }, []);
  return (
    <div ref={bar} className={classes.selection} hidden={count === 0}>
      <span role="status">{count ? t('kit:table.selected', { count }) : null}</span>
      {actions}
    </div>
  );
}

/** Ticks or clears every row of the page. */
export function SelectAll() {
  const { t } = useTranslation();
  return (
    <input
      type="checkbox"
      aria-label={t('kit:table.selectAll')}
      onChange={({ currentTarget }) => {
        const rows = currentTarget.form?.querySelectorAll<HTMLInputElement>(boxes) ?? [];
        for (const row of rows) row.checked = currentTarget.checked;
      }}
    />
  );
}
