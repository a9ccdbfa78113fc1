import { describe, expect, it } from 'vitest';
import { isAtThisMachine, isShutDemoSignIn } from './demo-accounts';

const accounts = [{ email: 'alan@mainstay.example', password: 'only for this demo' }];

describe("the demo's sign-in", () => {
  it.each([
    'only for this demo',
    'ｏｎｌｙ for this demo', // The sign-in takes full-width letters for the plain ones.
    'only\u2003for this demo',
  ])('is shut from afar for %s', (password) => {
    const typed = { email: 'alan@mainstay.example', password };
    expect(isShutDemoSignIn(accounts, typed, false)).toBe(true);
    expect(isShutDemoSignIn(accounts, typed, true)).toBe(false);
  });

  it('lets in from afar who has a password of their own', () => {
    const typed = { email: 'alan@mainstay.example', password: 'a phrase of my own' };
    expect(isShutDemoSignIn(accounts, typed, false)).toBe(false);
  });

  it.each([
    ['127.0.0.1', 'http://localhost:3000/sign-in', true],
    ['::ffff:127.0.0.1', 'http://127.0.0.1:3000/sign-in', true],
    ['127.0.0.1', 'http://rebound.example/sign-in', false],
    ['192.0.2.1', 'http://localhost:3000/sign-in', false],
    [null, 'http://localhost:3000/sign-in', false],
  ])('%s asking for %s is at this machine: %s', (address, url, here) => {
    expect(isAtThisMachine(address, url)).toBe(here);
  });
});
