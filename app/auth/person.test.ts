import { describe, expect, it } from 'vitest';
import { readFields } from '~/shared/fields';
import { checkSide, checkStanding, personFields, type Standing } from './person';

const typed = { email: 'Lin.Wei@Example.COM ', name: '林薇', role: 'manager' };
const administrator: Standing = { id: 1, role: 'administrator', active: true };

describe('what is said of a person', () => {
  it('is read with an address in lower case and defaults filled in', () => {
    expect(readFields(personFields, typed)).toEqual({
      ok: true,
      value: {
        email: 'lin.wei@example.com',
        name: '林薇',
        role: 'manager',
        vendor: null,
        reach: null,
        locale: 'en',
        timeZone: 'UTC',
      },
    });
  });

  it.each([
    [{ email: 'lin.wei' }, 'email', 'not_an_email'],
    [{ email: '' }, 'email', 'required'],
    [{ name: ' ' }, 'name', 'required'],
    [{ role: 'root' }, 'role', 'not_a_choice'],
    [{ locale: 'fr' }, 'locale', 'not_a_choice'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone', 'not_a_time_zone'],
  ])('%o is refused', (change, field, code) => {
    const read = readFields(personFields, { ...typed, ...change });
    expect(read).toMatchObject({ ok: false, reason: { code, field } });
  });

  it('puts an outsider under one vendor and an insider under none', () => {
    const side = (role: 'vendor' | 'manager', vendor: string | null, reach: string | null) => {
      const outcome = checkSide({ role, vendor, reach });
      return outcome.ok ? 'ok' : outcome.reason.code;
    };
    expect(side('vendor', 'HARBOUR', null)).toBe('ok');
    expect(side('vendor', null, null)).toBe('vendor_required');
    expect(side('vendor', 'HARBOUR', 'ASIA')).toBe('reach_of_outsider');
    expect(side('manager', null, 'ASIA')).toBe('ok');
    expect(side('manager', 'HARBOUR', null)).toBe('vendor_of_insider');
  });
});

describe('another role or none', () => {
  const check = (after: Pick<Standing, 'role' | 'active'>, personId: number, count: number) => {
    const outcome = checkStanding(administrator, after, { personId, activeAdministrators: count });
    return outcome.ok ? 'ok' : outcome.reason.code;
  };

  it('is never given to oneself', () => {
    expect(check({ role: 'manager', active: true }, 1, 2)).toBe('own_role');
    expect(check({ role: 'administrator', active: false }, 1, 2)).toBe('own_account');
    expect(check({ role: 'administrator', active: true }, 1, 1)).toBe('ok');
  });

  it('leaves one administrator', () => {
    expect(check({ role: 'manager', active: true }, 2, 1)).toBe('last_administrator');
    expect(check({ role: 'administrator', active: false }, 2, 1)).toBe('last_administrator');
    expect(check({ role: 'administrator', active: false }, 2, 2)).toBe('ok');
  });
});
