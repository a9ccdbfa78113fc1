import type { LoaderFunctionArgs } from '@remix-run/node';
import { auditListSpec, listAudit, type AuditListRow } from '~/audit/audit-queries.server';
import { actorText, canonical } from '~/audit/entry';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { isUnreadable, type Unreadable } from '~/privacy/sealed';
import { parseListQuery } from '~/shared/list-query';
import { exportTable, type ExportColumn } from './shared/export-table.server';

/** More is the command line's: `export audit`. */
const MOST_ROWS = 100_000;

/** The entries of the list as a file, before and after as JSON. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'audit.read');
  const { reader, scope, now, t } = visit;
  const query = parseListQuery(new URL(args.request.url).searchParams, auditListSpec);
  const rows = await listAudit(reader, scope, query, { offset: 0, limit: MOST_ROWS });
  const cause = ({ unreadable }: Unreadable) => t(`audit:unreadable.${unreadable}`);
  const whole = (document: unknown) =>
    document === null ? null : canonical(readable(document, cause));
  const columns: ExportColumn<AuditListRow>[] = [
    { header: t('audit:column.sequence'), value: (row) => row.sequence },
    { header: t('audit:column.at'), value: (row) => row.at },
    { header: t('audit:column.actor'), value: (row) => actorText(row) },
    {
      header: t('audit:column.address'),
      value: (row) => (isUnreadable(row.address) ? cause(row.address) : row.address),
    },
    { header: t('audit:column.action'), value: (row) => row.action },
    { header: t('audit:column.record'), value: (row) => `${row.entity}:${row.entityId}` },
    { header: t('audit:column.vendor'), value: (row) => row.vendorCode },
    { header: t('audit:column.before'), value: (row) => whole(row.before) },
    { header: t('audit:column.after'), value: (row) => whole(row.after) },
  ];
  return exportTable(args, visit, `audit-${dayOf(now)}`, columns, rows);
}

/** A document in which words stand for what can't be read. */
function readable(document: unknown, words: (value: Unreadable) => string): unknown {
  if (document === null || typeof document !== 'object' || Array.isArray(document)) return document;
  return Object.fromEntries(
    Object.entries(document).map(([field, value]) => [
      field,
      isUnreadable(value) ? words(value) : value,
    ]),
  );
}
