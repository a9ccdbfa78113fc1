import { parseArgs } from 'node:util';
import { importVendors } from '~/vendors/import-vendors.server';
import type { VendorImport } from '~/vendors/vendor-file';
import { type Command, Misuse } from '../command';
import { withPortal } from '../open-portal';
import { readRegisterText, report } from '../register-import';

export const command: Command = {
  name: 'vendor import',
  summary: 'takes vendors and what they offer from a file',
  usage: `vendor import FILE.csv [--create] [--json]

FILE.csv has the columns code,name and may have former_name,country,parent,status,services,markets
and the identifiers lei,vat,uscc,duns; services, markets, former names and identifiers are apart by ";". A vendor offers each of its services in each of
its markets, and everywhere (GLOBAL) where no market is named. Vendors that are there already are
changed, blank cells leave what is known. All rows are taken or none.

  --create  adds services and markets that are not there yet, markets as cities under GLOBAL`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      options: {
        create: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) throw new Misuse('name one file');
    const { create } = values;
    const text = await readRegisterText(path);
    const answer = text.ok
      ? await withPortal(({ store, act }) => importVendors(store, act, text.value, { create }))
      : text;
    return report(answer, values.json, io, summary);
  },
};

function summary({
  created,
  changed,
  unchanged,
  offerings,
  identifiers,
  ...added
}: VendorImport): string {
  const lines = [
    `Vendors: ${created} registered, ${changed} changed, ${unchanged} unchanged.`,
    `Offerings: ${offerings} added.`,
    `Identifiers: ${identifiers} added.`,
  ];
  if (added.services.length > 0) lines.push(`Services added: ${added.services.join(', ')}.`);
  if (added.markets.length > 0) lines.push(`Markets added: ${added.markets.join(', ')}.`);
  return lines.join('\n');
}
