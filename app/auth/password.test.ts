import { describe, expect, it } from 'vitest';
import { passwordReason } from './password';

const person = { email: 'petra.lang@example.com', name: 'Petra Lang' };
const codeOf = (password: string) => passwordReason(password, person)?.code ?? null;

describe('a password', () => {
  it.each([
    ['correct horse battery', null],
    ['我的密码是一只会飞的乌龟', null],
    ['x7#Qm!9-wLz2', null],
    ['short', 'password_short'],
    ['x7#Qm!9-wLz', 'password_short'],
    ['a'.repeat(64), 'password_common'],
    ['abababababab', 'password_common'],
    ['password1234', 'password_common'],
    ['Password12345!', 'password_common'],
    ['qwertyuiop1234', 'password_common'],
    ['123456789012345', 'password_common'],
    ['petra.lang2024', 'password_personal'],
    ['Lang-example-1', 'password_personal'],
    [`x7#Qm!9-wLz2${'y'.repeat(117)}`, 'password_long'],
  ])('%s: %s', (password, code) => {
    expect(codeOf(password)).toBe(code);
  });
});
