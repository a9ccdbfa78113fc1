import { useLocation } from '@remix-run/react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListQuery } from '~/shared/list-query';
import { BodyRow, labelOf } from './BodyRow';
import { ColumnMenu, isShown } from './ColumnMenu';
import { EmptyState } from './EmptyState';
import { ExportMenu } from './ExportMenu';
import { FilterBar, type Filter } from './FilterBar';
import { Pager } from './Pager';
import { SelectAll, SelectionBar } from './SelectionBar';
import { HeaderCell } from './HeaderCell';
import { withoutEmpty } from './table-cells';
import { SortMenu } from './SortMenu';
import { ViewMenu } from './ViewMenu';
import { usePreferences } from './use-preferences';
import { useKeptScroll } from './use-kept-scroll';
import { useReachableScroll } from './use-reachable-scroll';
import classes from './DataTable.module.css';

export type Column<Row> = {
  key: string;
  header: string;
  /** Shown in the header, so that figures stand alone in their cells. */
  unit?: string;
  /** `end` for figures. */
  align?: 'start' | 'end';
  /** The name by which the list's URL sorts this column. */
  sort?: string;
  cell: (row: Row) => ReactNode;
  /**
   * Its weight where rows are cards: `name` names the row further, `state` and `figure` decide and stand beside each
   * other above the rest; a figure keeps its header.
   */
  card?: 'name' | 'state' | 'figure';
  /** The column's total, where one means something. */
  total?: ReactNode;
  /** Left out until the reader asks for it. */
  hidden?: boolean;
};

export type DataTableProps<Row> = {
  /** Names the table in the reader's remembered choices. */
  name: string;
  /** What the table holds, for those who can't see it. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** Where a row leads; its first cell becomes the link. */
  rowHref?: (row: Row) => string | null;
  /** The list's question; without one the table is all there is: no sort, search, filters or pages. */
  query?: ListQuery;
  /** Rows on all pages. */
  total?: number;
  searchLabel?: string;
  filters?: readonly Filter[];
  /** A resource route that answers the same question as CSV or XLSX (`format=`). */
  exportHref?: string;
  /** The same columns, as wide, whatever the rows hold: for tables one above the other. */
  even?: boolean;
  /** Boxes before the rows: a POST form in which `actions` are submit buttons with `formAction`; ids arrive as `id`. */
  selection?: {
    rowLabel: (row: Row) => string;
    /** Rows that nothing can be done with have no box. */
    canSelect?: (row: Row) => boolean;
    actions: ReactNode;
  };
  /** Shown where the list holds nothing at all. */
  empty: ReactNode;
};

/** The home of the work: a table whose sort, filters and page live in the URL and work without script. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, rows, query, total = rows.length, empty, selection, even } = props;
  const { t } = useTranslation();
  const { search } = useLocation();
  const { columns: chosen } = usePreferences();
  const columns = even ? props.columns : withoutEmpty(props.columns, rows, query);
  const shown = columns.filter((column, index) => index === 0 || isShown(column, chosen[name]));
  const isNarrowed =
    query !== undefined &&
    (query.search !== '' ||
      Object.values<string[]>(query.filters).some((values) => values.length > 0));
  const body = <Grid {...props} shown={shown} search={search} />;
  return (
    <div className={classes.wrap}>
      {query && (rows.length > 0 || isNarrowed || query.page > 1) && (
        <FilterBar
          query={query}
          {...(props.filters && { filters: props.filters })}
          {...(props.searchLabel !== undefined && { searchLabel: props.searchLabel })}
        >
          <SortMenu columns={shown} query={query} search={search} />
          <ViewMenu />
          <ColumnMenu table={name} columns={columns} />
          {props.exportHref !== undefined && <ExportMenu href={props.exportHref} search={search} />}
        </FilterBar>
      )}
      {rows.length === 0 ? (
        isNarrowed ? (
          <EmptyState title={t('kit:table.noMatch')}>{t('kit:table.noMatchHelp')}</EmptyState>
        ) : (
          empty
        )
      ) : selection ? (
        <form method="post">
          <SelectionBar actions={selection.actions} />
          {body}
        </form>
      ) : (
        body
      )}
      {query && <Pager query={query} rows={rows.length} total={total} search={search} />}
    </div>
  );
}

type GridProps<Row> = DataTableProps<Row> & { shown: readonly Column<Row>[]; search: string };

function Grid<Row>({
  label,
  shown,
  rows,
  rowKey,
  rowHref,
  query,
  even,
  selection,
  search,
}: GridProps<Row>) {
  const { density } = usePreferences();
  const scroller = useRef<HTMLDivElement>(null);
  useKeptScroll(scroller);
  useReachableScroll(scroller);
  const hasTotals = shown.some((column) => column.total !== undefined);
  return (
    <div ref={scroller} className={classes.scroll} role="group" aria-label={label}>
      <table
        className={classes.table}
        data-density={density}
        data-selectable={selection !== undefined}
        data-even={even}
      >
        <thead>
          <tr>
            {selection && (
              <th className={classes.box}>
                <SelectAll />
              </th>
            )}
            {shown.map((column) => (
              <HeaderCell key={column.key} column={column} query={query} search={search} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BodyRow
              key={rowKey(row)}
              row={row}
              shown={shown}
              id={rowKey(row)}
              href={rowHref?.(row) ?? undefined}
              selection={selection}
            />
          ))}
        </tbody>
        {hasTotals && <Totals shown={shown} hasBoxes={selection !== undefined} />}
      </table>
    </div>
  );
}

type TotalsProps<Row> = { shown: readonly Column<Row>[]; hasBoxes: boolean };

function Totals<Row>({ shown, hasBoxes }: TotalsProps<Row>) {
  const { t } = useTranslation();
  return (
    <tfoot>
      <tr>
        {hasBoxes && <td />}
        {shown.map((column, index) => (
          <td
            key={column.key}
            data-align={column.align}
            data-label={index === 0 ? undefined : labelOf(column)}
          >
            {column.total ?? (index === 0 ? t('common:column.total') : null)}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
