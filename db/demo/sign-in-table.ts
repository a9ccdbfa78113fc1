import { demoSignIns } from '~/auth/demo-account-queries.server';
import { translate } from '~/locales/i18n.server';
import type { Reader } from '~db/store.server';

/** The demo's sign-ins as lines to print: what each may do, the address, the name. */
export async function signInTable(reader: Reader): Promise<string> {
  const t = translate('en');
  const accounts = await demoSignIns(reader);
  const rows = accounts.map(({ email, role, name, vendor }) => [
    t(`common:role.${role}`) + (vendor === null ? '' : `, ${vendor}`),
    email,
    name,
  ]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const password = accounts[0]?.password ?? '';
  return [
    `Sign in with any of these; the password is always: ${password}`,
    ...rows.map((row) =>
      `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd(),
    ),
  ].join('\n');
}
