import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { importReport, type ImportedReport } from '~/kpi/import-report.server';
import { isReadingSource, readingSources } from '~/kpi/reading';
import { vendorByCode } from '~/contracts/library-queries.server';
import { everything } from '~/auth/act';
import { DONE, json, Misuse, namedFile, REFUSED, type Command, type Output } from '../command';
import { withPortal } from '../open-portal';
import { findingInWords } from '../report-words';

/** `kpi import`: a report for each file, read, checked and submitted as the portal does it. */
export const command: Command = {
  name: 'kpi import',
  summary: 'send KPI report files of a vendor, a report for each',
  usage: `kpi import FILE… --vendor CODE [--source SOURCE] [--accept] [--json]

  --vendor CODE    whose reports they are
  --source SOURCE  ${readingSources.join(', ')}; vendor_report without it
  --accept         accept at once, in spite of warnings, which are recorded
  --json           one JSON document`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        vendor: { type: 'string' },
        source: { type: 'string', default: 'vendor_report' },
        accept: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const { vendor: code, source, accept } = values;
    if (positionals.length === 0) throw new Misuse('name at least one file');
    if (code === undefined) throw new Misuse('--vendor CODE is missing');
    if (!isReadingSource(source))
      throw new Misuse(`--source is one of ${readingSources.join(', ')}`);
    return withPortal(async (portal) => {
      const vendor = await vendorByCode(portal.store.read, everything, code);
      if (!vendor) {
        io.err(`There is no vendor ${code}.`);
        return REFUSED;
      }
      const results: (ImportedReport & { file: string })[] = [];
      for (const path of positionals) {
        const bytes = new Uint8Array(await readFile(namedFile(path)));
        const result = await importReport(portal, portal.act, {
          vendorId: vendor.id,
          source,
          accept,
          file: { name: basename(path), bytes },
        });
        results.push({ file: path, ...result });
        if (!values.json) tell(io, path, result);
      }
      if (values.json) io.out(json(results.map(document)));
      return results.every(({ refused }) => refused === null) ? DONE : REFUSED;
    });
  },
};

function document({ findings, refused, ...result }: ImportedReport & { file: string }) {
  const of = (severity: 'error' | 'warning') =>
    findings
      .filter((found) => found.severity === severity)
      .map((found) => ({ ...found, message: findingInWords(found) }));
  return { ...result, refused, errors: of('error'), warnings: of('warning') };
}

function tell(io: Output, path: string, result: ImportedReport): void {
  const { state, readings, known, refused, findings } = result;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.length - errors.length;
  io.out(
    `${path}: ${known ? 'known already, ' : ''}${state}, ${readings} readings, ${errors.length} errors, ${warnings} warnings`,
  );
  for (const found of errors) io.err(`  ${findingInWords(found)}`);
  if (refused !== null && errors.length === 0) io.err(`  refused: ${refused}`);
}
