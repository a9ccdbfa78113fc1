import { useTranslation } from 'react-i18next';
import type { Column, DataTableProps } from './DataTable';
import { cellLength } from './table-cells';
import classes from './DataTable.module.css';

type RowProps<Row> = {
  row: Row;
  shown: readonly Column<Row>[];
  id: string | number;
  href: string | undefined;
  selection: DataTableProps<Row>['selection'];
};

/** A row of a table: its box where it can be chosen, its name, its cells. */
export function BodyRow<Row>({ row, shown, id, href, selection }: RowProps<Row>) {
  return (
    <tr data-href={href}>
      {selection && (
        <td className={classes.box}>
          {(selection.canSelect?.(row) ?? true) && <Tick id={id} name={selection.rowLabel(row)} />}
        </td>
      )}
      {shown.map((column, index) => (
        <Cell key={column.key} column={column} row={row} isFirst={index === 0} href={href} />
      ))}
    </tr>
  );
}

function Tick({ id, name }: { id: string | number; name: string }) {
  const { t } = useTranslation();
  return (
    <label className={classes.tick}>
      <input
        type="checkbox"
        name="id"
        value={id}
        aria-label={t('kit:table.selectRow', { row: name })}
      />
    </label>
  );
}

type CellProps<Row> = { column: Column<Row>; row: Row; isFirst: boolean; href: string | undefined };

function Cell<Row>({ column, row, isFirst, href }: CellProps<Row>) {
  const content = column.cell(row);
  if (isFirst)
    return (
      <th scope="row" data-align={column.align} data-length={cellLength(content)}>
        {href === undefined ? content : <a href={href}>{content}</a>}
      </th>
    );
  return (
    <td
      data-align={column.align}
      data-label={labelOf(column)}
      data-length={cellLength(content)}
      data-card={column.card}
    >
      {content}
    </td>
  );
}

/** What stands beside a cell where rows are cards. */
export function labelOf<Row>({ header, unit }: Column<Row>): string {
  return unit ? `${header} (${unit})` : header;
}
