import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { keepUpload } from '~/documents/upload-folder.server';
import {
  remarkedFile,
  remarkTask,
  type RemarkedFile,
  type RemarkTask,
} from '~/kpi/remarked-file.server';
import { sheetFile } from '~/shared/write-sheet.server';
import { castInto, testNow } from '../../tests/cast';
import { reports } from '~db/schema/kpi';
import { freshStore } from '../../tests/database';
import { MOST_WAITING, printThread } from './print-thread';

const program = join(process.cwd(), 'build', 'printer.js');
const ROWS = 60_000;

const csvBytes = new TextEncoder().encode('Month,OTD_PCT,Note\n2023-01,80,x');
/** Of a reader who does not leave. */
const stays = () => new AbortController().signal;
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const SHEET_ROWS = 10_000;

/** One row, with a note that somebody asked for it. */
async function* noting(begun: number[], at: number) {
  begun.push(at);
  yield await Promise.resolve([[`${at}`]]);
}

async function* longTable() {
  const row = (at: number) => ['2023-01', `第 ${at} 行\n"x"`, at];
  for (let from = 0; from < SHEET_ROWS; from += 500)
    yield await Promise.resolve(Array.from({ length: 500 }, (_, at) => row(from + at)));
}

async function cellsOf(bytes: Uint8Array) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const rows: unknown[] = [];
  book.worksheets[0]?.eachRow(({ values }) => rows.push(Array.isArray(values) && values.slice(1)));
  return rows;
}

describe.skipIf(!existsSync(program))('the printing thread', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-print-'));
  const thread = printThread(pathToFileURL(program), folder);
  afterAll(async () => {
    await thread.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function writer(turn = 'somebody', left = stays()) {
    const by = thread.filesFor(turn, left);
    if (!by) throw new Error('it can wait');
    return by;
  }

  async function largeTask(): Promise<RemarkTask> {
    const store = await freshStore();
    const { vendor } = await castInto(store);
    const line = (at: number) =>
      `2023-${String((at % 12) + 1).padStart(2, '0')},${at % 100},x${at}`;
    const rows = Array.from({ length: ROWS }, (_, at) => line(at));
    const text = ['Month,OTD_PCT,Note', ...rows].join('\n');
    const sha256 = await keepUpload(folder, new TextEncoder().encode(text));
    const upload = { id: 1, fileName: 'large.csv', sha256, bytes: text.length };
    const report = { id: 1, vendorId: vendor.tardy.id, channel: 'file' as const, upload };
    const stored = { state: 'draft' as const, source: 'vendor_report' as const };
    const createdAt = testNow.toISOString();
    await store.transact((tx) =>
      tx.insertMany(reports, [
        { ...stored, id: 1, vendorId: vendor.tardy.id, channel: 'file', createdAt },
      ]),
    );
    const task = await remarkTask(store.read, report, 'zh-CN');
    if (!task) throw new Error('there is a file');
    return task;
  }

  /** The longest that this thread could not do anything else while it waited. */
  async function longestStall(wait: () => Promise<unknown>): Promise<number> {
    let longest = 0;
    let last = performance.now();
    const look = () => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    };
    const timer = setInterval(look, 5);
    await wait();
    clearInterval(timer);
    look();
    return longest;
  }

  /** How long this thread was busy, in however many pieces. */
  async function timeTaken(work: () => Promise<unknown>): Promise<number> {
    const before = performance.eventLoopUtilization();
    await work();
    return performance.eventLoopUtilization(before).active;
  }

  it('writes a large file back as it would be here, and leaves this thread alone meanwhile', async () => {
    const task = await largeTask();
    const files: (RemarkedFile | null)[] = [];
    const here = await longestStall(async () => files.push(await remarkedFile(folder, task)));
    const there = await longestStall(async () => files.push(await writer().writeRemarks(task)));
    const [first, second] = files.map((file) => file && { ...file, bytes: hashOf(file.bytes) });
    expect(second).toEqual(first);
    expect(second?.name).toBe('large_需要修正.csv');
    expect(there).toBeLessThan(here / 2);
  }, 60_000);

  it('lets who asks for much wait for themselves, and no more of theirs than may', async () => {
    const task = await largeTask();
    const small = { ...task, file: { ...task.file, sha256: await keepUpload(folder, csvBytes) } };
    const order: string[] = [];
    const ask = (turn: string) =>
      writer(turn)
        .writeRemarks(small)
        .then(() => order.push(turn));
    const much = Array.from({ length: MOST_WAITING + 1 }, () => ask('much'));
    expect(thread.filesFor('much', stays())).toBeNull();
    const other = ask('other');
    await other;
    expect(order).toEqual(['much', 'much', 'other']); // The one under way, and the one whose turn was next.
    await Promise.all(much);
    expect(order).toHaveLength(MOST_WAITING + 2);
    expect(thread.filesFor('much', stays())).not.toBeNull();
  });

  it('begins nothing for who has left, and lets others have their place', async () => {
    const much = Array.from({ length: MOST_WAITING }, () => new AbortController());
    const begun: number[] = [];
    const asked = much.map(({ signal }, at) =>
      writer('leaves', signal).writeSheet({ header: [`${at}`], chunks: noting(begun, at) }),
    );
    const rest = writer('leaves').writeSheet({ header: ['rest'], chunks: noting(begun, 99) });
    expect(thread.filesFor('leaves', stays())).toBeNull();
    for (const each of much.slice(1)) each.abort();
    expect(thread.filesFor('leaves', stays())).not.toBeNull();
    const results = await Promise.allSettled(asked);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      ...much.slice(1).map(() => 'rejected'),
    ]);
    expect(results[1]).toMatchObject({ reason: { name: 'AbortError' } });
    await rest;
    expect(begun).toEqual([0, 99]);
    const gone = AbortSignal.abort();
    const never = writer('leaves', gone).writeSheet({ header: [], chunks: noting(begun, 100) });
    await expect(never).rejects.toMatchObject({ name: 'AbortError' });
    expect(thread.filesFor('leaves', stays())).not.toBeNull();
    expect(begun).toEqual([0, 99]);
  });

  it('writes a long table as it would be here, and leaves this thread alone meanwhile', async () => {
    const files: Uint8Array[] = [];
    const table = () => ({ header: ['Month', '说明', 'Value'], chunks: longTable() });
    const here = await timeTaken(async () => files.push(await sheetFile(table())));
    const there = await timeTaken(async () => files.push(await writer().writeSheet(table())));
    const [first, second] = await Promise.all(files.map(cellsOf));
    expect(second).toEqual(first);
    expect(second).toHaveLength(SHEET_ROWS + 1);
    expect(there).toBeLessThan(here / 2);
  }, 60_000);

  it('says by its own error which row could not be made, and goes on', async () => {
    const broken = new RangeError('row 2');
    async function* rows() {
      yield [['1']];
      await Promise.reject(broken);
    }
    const sheet = writer().writeSheet({ header: ['Row'], chunks: rows() });
    await expect(sheet).rejects.toBe(broken);
    const next = await writer().writeSheet({ header: ['Row'], chunks: noting([], 1) });
    expect(await cellsOf(next)).toEqual([['Row'], ['1']]);
  });

  it('says what went wrong, and goes on', async () => {
    const task = await largeTask();
    const gone = { ...task, file: { ...task.file, sha256: '0'.repeat(64) } };
    await expect(writer().writeRemarks(gone)).rejects.toThrow('ENOENT');
    expect(await writer().writeRemarks(task)).toMatchObject({ type: 'text/csv; charset=utf-8' });
  });
});
