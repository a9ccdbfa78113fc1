import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { importOcds, type OcdsImport } from '~/contracts/import-ocds.server';
import { readOcds, type OcdsContract } from '~/contracts/ocds';
import { readOcdsTable } from '~/contracts/ocds-table';
import { translate } from '~/locales/i18n.server';
import type { Reason } from '~/shared/outcome';
import { type Command, DONE, json, Misuse, namedFile, type Output, REFUSED } from '../command';
import { withPortal } from '../open-portal';

export const command: Command = {
  name: 'contract import-ocds',
  summary: 'takes contracts from Open Contracting Data Standard releases',
  usage: `contract import-ocds FILE.json|FILE.csv [--create] [--json]

FILE.json is a release, a release package or a record package of OCDS 1.1; FILE.csv a table of its
fields: ocid, contract_id, buyer, suppliers, title, amount, currency, signed, start, end, status.
Each contract stands for itself: one whose supplier and dates are known is taken over, the others
are refused with the reasons. Suppliers are found by name; --create enters those that are not there.
Exit 1 where any was refused.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      options: {
        json: { type: 'boolean', default: false },
        create: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) throw new Misuse('name one file');
    const contracts = await read(path);
    if (!Array.isArray(contracts)) {
      io.err(inWords(contracts));
      return REFUSED;
    }
    const answers = await withPortal(({ store, act }) =>
      importOcds(store, act, contracts, { create: values.create }),
    );
    return report(answers, values.json, io);
  },
};

async function read(path: string): Promise<OcdsContract[] | Reason> {
  const text = await readFile(namedFile(path), 'utf8').catch(() => null);
  if (text === null) return { code: 'file_unreadable', params: { value: path } };
  if (!path.toLowerCase().endsWith('.csv')) {
    const found = readOcds(parsed(text));
    return found.ok ? found.value : found.reason;
  }
  const { contracts, faults } = readOcdsTable(text);
  return faults[0]?.reason ?? contracts;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

function report(answers: readonly OcdsImport[], asJson: boolean, io: Output): number {
  const refused = answers.filter(({ answer }) => answer === 'refused');
  if (asJson)
    io.out(
      json({
        contracts: answers.map(({ number, answer, reasons }) => ({
          ...{ number, answer },
          reasons: reasons.map(({ code, field }) => ({ code, field })),
        })),
      }),
    );
  else io.out(`${answers.length - refused.length} taken over, ${refused.length} refused.`);
  for (const { number, reasons } of refused) io.err(`${number}: ${reasons.map(inWords).join(' ')}`);
  return refused.length === 0 ? DONE : REFUSED;
}

function inWords({ code, params = {} }: Reason): string {
  const t = translate('en');
  return String(t(`errors:${code}` as 'errors:invalid', { ...params, defaultValue: code }));
}
