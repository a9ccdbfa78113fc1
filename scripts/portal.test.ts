import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

function portal(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/portal.ts', ...words],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

it('lists its commands when asked, and as misuse when nothing is said', () => {
  const asked = portal('--help');
  expect(asked.status).toBe(0);
  expect(asked.stdout).toMatch(/^ {2}migrate {2,}\w/m);
  expect(asked.stdout).toMatch(/^ {2}sla backtest {2,}\w/m);
  expect(portal().status).toBe(2);
});

it('says what one command takes', () => {
  const asked = portal('sla', 'backtest', '--help');
  expect(asked.status).toBe(0);
  expect(asked.stdout).toMatch('--contract');
});

it('calls an unknown command and an unknown option misuse', () => {
  const unknown = portal('sla', 'frobnicate');
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toMatch('There is no command "sla frobnicate"');
  const option = portal('sla', 'backtest', '--frobnicate');
  expect(option.status).toBe(2);
  expect(option.stdout).toBe('');
});
