import type { Visit } from '~/auth/require-person.server';
import type { PortalContext } from '~/context';
import { BYTE_ORDER_MARK, csvLines } from '~/shared/csv';
import { neutral } from '~/shared/neutral-cell';
import { fileAnswer } from './file-answer.server';
import { fileWriter } from './file-writer.server';
import { pagesPass } from './pages-pass.server';

export type ExportColumn<Row> = {
  header: string;
  /** Figures go out as text of their exact decimals, or as numbers where a spreadsheet should reckon with them. */
  value: (row: Row) => string | number | null | undefined;
};

type Args = { request: Request; context: Pick<PortalContext, 'filesFor' | 'left'> };
type Cells = (string | number)[];

/** What is done at once on the thread that draws pages: some milliseconds of it. */
const ROWS_AT_ONCE = 200;

/**
 * A table as a file to download, as a workbook where the URL asks for one (`format=xlsx`), else as CSV; `name` without
 * its ending, such as `vendors-2024-01-12`. CSV is written here, a few rows at a time: to hand rows to the thread that
 * writes files would save little. A workbook is written there, in the reader's turn.
 */
export async function exportTable<Row>(
  args: Args,
  visit: Pick<Visit, 'act' | 't'>,
  name: string,
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
): Promise<Response> {
  const header = columns.map((column) => column.header);
  const chunks = cellsOf(columns, rows, args.context.left);
  if (new URL(args.request.url).searchParams.get('format') !== 'xlsx')
    return fileAnswer(`${name}.csv`, 'text/csv; charset=utf-8', streamOf(csvOf(header, chunks)));
  const workbook = await fileWriter(args, visit).writeSheet({ header, chunks });
  return fileAnswer(`${name}.xlsx`, XLSX, workbook);
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The cells of some rows at a time, as long as there is somebody to read them. */
async function* cellsOf<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
  left: AbortSignal,
): AsyncGenerator<Cells[]> {
  for (let from = 0; from < rows.length && !left.aborted; from += ROWS_AT_ONCE) {
    if (from > 0) await pagesPass();
    yield rows
      .slice(from, from + ROWS_AT_ONCE)
      .map((row) => columns.map((column) => neutral(column.value(row) ?? '')));
  }
}

async function* csvOf(
  header: readonly string[],
  chunks: AsyncIterable<Cells[]>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLines([header]);
  for await (const rows of chunks) yield csvLines(rows);
}

/** Text on its way to a reader, each piece made when the one before is gone. */
function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(to) {
      const next = await texts.next();
      if (next.done) to.close();
      else to.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}
