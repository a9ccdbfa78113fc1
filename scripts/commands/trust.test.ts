import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engine } from '~db/columns';
import { DONE, isMisuse, REFUSED, type Command } from '../command';
import { withPortal } from '../open-portal';
import { command as auditVerify } from './audit-verify';
import { command as backup } from './backup';
import { command as restore } from './restore';
import { command as userAdd } from './user-add';

const folder = mkdtempSync(join(tmpdir(), 'mainstay-commands-'));
const before = { ...process.env };

/** Runs a command in a store of its own: its exit code and what it said. */
async function run(store: string, command: Command, ...args: string[]) {
  process.env['DATABASE_FILE'] = join(folder, `${store}.sqlite`);
  process.env['UPLOADS_FOLDER'] = join(folder, `${store}-uploads`);
  let out = '';
  let err = '';
  const io = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
  };
  const code = await command.run(args, io);
  return { code, out, err };
}

describe.runIf(engine === 'sqlite')('commands of trust', () => {
  beforeAll(() => void (process.env['INIT_CWD'] = folder));
  afterAll(() => {
    process.env = before;
    rmSync(folder, { recursive: true, force: true });
  });

  const lin = ['--email', 'lin@example.com', '--name', 'Lin Wei'];

  it('take people in, or say why not', async () => {
    const added = await run('first', userAdd, ...lin, '--role', 'administrator', '--json');
    expect(added.code).toBe(DONE);
    expect(JSON.parse(added.out)).toMatchObject({ email: 'lin@example.com', invited: true });
    const again = await run('first', userAdd, ...lin, '--role', 'vendor', '--vendor', 'NOBODY');
    expect(again.code).toBe(REFUSED);
    expect(again.err).toContain('email: “lin@example.com” exists already');
    const misuse = await run('first', userAdd, ...lin).catch((error: unknown) => error);
    expect(isMisuse(misuse)).toBe(true);
  });

  it('back up, restore into an empty store alone, and verify', async () => {
    expect(await run('first', backup, 'first.tar.gz')).toMatchObject({ code: DONE, err: '' });
    const restored = await run('second', restore, 'first.tar.gz', '--json');
    expect(restored.code).toBe(DONE);
    expect(JSON.parse(restored.out)).toMatchObject({ uploads: 0, audit: { entries: 1 } });
    const over = await run('second', restore, 'first.tar.gz');
    expect(over).toMatchObject({ code: REFUSED, out: '' });
    expect(over.err).toContain('--force');
    expect((await run('second', restore, 'first.tar.gz', '--force')).code).toBe(DONE);
    writeFileSync(join(folder, 'rubbish'), 'rubbish');
    expect((await run('third', restore, 'rubbish')).code).toBe(REFUSED);
    expect((await run('third', restore, 'nowhere')).code).toBe(REFUSED);
  });

  it('tell a whole audit trail from a broken one', async () => {
    const whole = await run('second', auditVerify, '--json');
    const { lastHash } = JSON.parse(whole.out) as { lastHash: string };
    expect(whole.code).toBe(DONE);
    expect((await run('second', auditVerify, '--since', lastHash)).code).toBe(DONE);
    const forged = await run('second', auditVerify, '--since', 'f'.repeat(64));
    expect(forged).toMatchObject({
      code: REFUSED,
      err: 'The noted hash is not in the audit trail.',
    });
    await withPortal(({ store }) =>
      store.transact((tx) => tx.execute(sql`update audit_entries set actor = 'nobody'`)),
    );
    const broken = await run('second', auditVerify);
    expect(broken).toMatchObject({ code: REFUSED, err: 'The audit trail is broken at entry 1.' });
  });
});
