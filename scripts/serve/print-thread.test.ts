import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { keepUpload } from '~/documents/upload-folder.server';
import {
  remarkedFile,
  remarkTask,
  type RemarkedFile,
  type RemarkTask,
} from '~/kpi/remarked-file.server';
import { castInto, testNow } from '../../tests/cast';
import { reports } from '~db/schema/kpi';
import { freshStore } from '../../tests/database';
import { MOST_WAITING, printThread } from './print-thread';

const program = join(process.cwd(), 'build', 'printer.js');
const ROWS = 60_000;

const csvBytes = new TextEncoder().encode('Month,OTD_PCT,Note\n2023-01,80,x');
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe.skipIf(!existsSync(program))('the printing thread', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-print-'));
  const thread = printThread(pathToFileURL(program), folder);
  afterAll(async () => {
    await thread.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function writer(turn = 'somebody') {
    const by = thread.filesFor(turn);
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
    expect(thread.filesFor('much')).toBeNull();
    const other = ask('other');
    await other;
    expect(order).toEqual(['much', 'much', 'other']); // The one under way, and the one whose turn was next.
    await Promise.all(much);
    expect(order).toHaveLength(MOST_WAITING + 2);
    expect(thread.filesFor('much')).not.toBeNull();
  });

  it('says what went wrong, and goes on', async () => {
    const task = await largeTask();
    const gone = { ...task, file: { ...task.file, sha256: '0'.repeat(64) } };
    await expect(writer().writeRemarks(gone)).rejects.toThrow('ENOENT');
    expect(await writer().writeRemarks(task)).toMatchObject({ type: 'text/csv; charset=utf-8' });
  });
});
