import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { importContract, type ContractImport } from '~/contracts/import-contract.server';
import { translate } from '~/locales/i18n.server';
import { refused, type Outcome, type Reason } from '~/shared/outcome';
import { type Command, DONE, json, Misuse, namedFile, type Output, REFUSED } from '../command';
import { withPortal } from '../open-portal';

export const command: Command = {
  name: 'contract import',
  summary: 'takes a contract with its SLA terms from a document',
  usage: `contract import FILE.json [--json]

FILE.json is a contract document with number, vendor, starts and ends (null: open) and may have
title, services, markets, renewal, notice_days, accepts_alone and effective_from. The same number
again updates: a changed term holds from its effective_from, or from the document's, and what it
said before stays readable; terms that the document does not name are left as they are. All or
nothing.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) throw new Misuse('name one file');
    const document = await readJson(path);
    const answer = document.ok
      ? await withPortal(({ store, act }) => importContract(store, act, document.value))
      : document;
    return report(answer, values.json, io);
  },
};

async function readJson(path: string): Promise<Outcome<unknown>> {
  const text = await readFile(namedFile(path), 'utf8').catch(() => null);
  if (text === null) return refused('file_unreadable', { value: path });
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch (error) {
    return refused('document_not_json', { message: error instanceof Error ? error.message : '' });
  }
}

function report(answer: Outcome<ContractImport>, asJson: boolean, io: Output): number {
  if (answer.ok) {
    io.out(asJson ? json(answer.value) : summary(answer.value));
    return DONE;
  }
  const errors = (answer.fields ?? [answer.reason]).map(inWords);
  if (asJson) io.out(json({ errors }));
  for (const { path, message } of errors) io.err(path === '' ? message : `${path}: ${message}`);
  io.err('Nothing was stored.');
  return REFUSED;
}

function summary({ number, contract, terms }: ContractImport): string {
  const lines = [
    `Contract ${number} ${contract}.`,
    `Terms: ${terms.added} added, ${terms.changed} changed, ${terms.unchanged} unchanged.`,
  ];
  if (terms.untouched > 0)
    lines.push(`${terms.untouched} of its terms are not in the document and stay as they are.`);
  return lines.join('\n');
}

function inWords({ code, params = {}, field = '' }: Reason) {
  const t = translate('en');
  const message = String(
    t(`errors:${code}` as 'errors:invalid', { ...params, defaultValue: code }),
  );
  return { path: field, code, message };
}
