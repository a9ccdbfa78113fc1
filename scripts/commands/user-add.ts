import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { addPerson } from '~/auth/add-person.server';
import { translate } from '~/locales/i18n.server';
import type { Reason } from '~/shared/outcome';
import { type Command, DONE, json, Misuse, REFUSED } from '../command';
import { withPortal } from '../open-portal';

const options = {
  email: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  vendor: { type: 'string' },
  reach: { type: 'string' },
  locale: { type: 'string' },
  'time-zone': { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

export const command: Command = {
  name: 'user add',
  summary: 'takes in a person who may sign in',
  usage: `user add --email ADDRESS --name NAME --role ROLE [options]

  --role            procurement, manager, auditor, administrator or vendor
  --vendor CODE     the vendor of somebody with the role vendor
  --reach MARKET    the part of the market tree that an insider reaches; everything without it
  --locale          en or zh-CN
  --time-zone ZONE  such as Asia/Shanghai; UTC without it
  --password-stdin  reads the password from standard input; without it an invitation is mailed
  --json            one JSON document`,
  async run(args, io) {
    const { values } = parseArgs({ args, options });
    for (const name of ['email', 'name', 'role'] as const)
      if (values[name] === undefined) throw new Misuse(`--${name} is missing`);
    const { 'time-zone': timeZone, 'password-stdin': fromStdin, json: asJson, ...input } = values;
    const password = fromStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined;
    const outcome = await withPortal(({ store, act }) =>
      addPerson(store, act, { ...input, timeZone }, password),
    );
    if (!outcome.ok) {
      const reasons = outcome.fields ?? [outcome.reason];
      if (asJson) io.out(json({ errors: reasons }));
      for (const reason of reasons) io.err(inWords(reason));
      return REFUSED;
    }
    const invited = password === undefined;
    if (asJson) io.out(json({ person: outcome.value.personId, email: values.email, invited }));
    else io.out(invited ? `${values.email} is invited by mail.` : `${values.email} may sign in.`);
    return DONE;
  },
};

function inWords({ code, params, field }: Reason): string {
  const words = String(
    translate('en')(`errors:${code}` as 'errors:invalid', { ...params, defaultValue: code }),
  );
  return field === undefined ? words : `${field}: ${words}`;
}
