import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findAuditEntry } from '~/audit/audit-queries.server';
import type { SaidChange } from '~/audit/field-value';
import { saidChanges } from '~/audit/said-changes.server';
import { found, recordId } from '~/shared/record-id';
import type { Scope } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { contactToErase } from '~/privacy/contact-to-erase.server';
import type { Reader } from '~db/store.server';
import { ActorName } from '~/components/audit/ActorName';
import classes from '~/components/audit/Changes.module.css';
import { FromAddress } from '~/components/audit/FromAddress';
import { FieldName } from '~/components/audit/FieldName';
import { FieldValue } from '~/components/audit/FieldValue';
import { useSaying } from '~/components/audit/Saying';
import { ButtonLink } from '~/components/form/buttons';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Facts, Section, TwoColumns } from '~/components/Section';
import { InstantText } from '~/components/texts';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, person, can } = await requirePerson(args, 'audit.read');
  const asked = recordId(args.params['sequence']);
  const { entry: kept, vendorName } = found(await findAuditEntry(reader, scope, asked));
  const { before, after, ...entry } = kept;
  const reading = { t, locale, timeZone: person.timeZone };
  const [said] = await saidChanges(reader, scope, reading, [kept]);
  return {
    title: t('audit:title'),
    entry,
    vendorName,
    changes: said?.changes ?? [],
    erasure: can('people.manage') ? await erasureOf(reader, scope, entry) : null,
  };
}

/** A contact that was taken off has no page: what the trail holds of it is erased from here. */
async function erasureOf(
  reader: Reader,
  scope: Scope,
  { entity, entityId, vendorId }: { entity: string; entityId: string; vendorId: number | null },
): Promise<string | null> {
  if (entity !== 'contact' || vendorId === null) return null;
  const contact = await contactToErase(reader, scope, vendorId, Number(entityId));
  return contact && `/vendors/${vendorId}/contacts/${contact.id}/erasure`;
}

export default function AuditEntry() {
  const { entry, vendorName, changes, erasure } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const saying = useSaying();
  return (
    <>
      <PageHeader
        title={saying(entry.action)}
        crumbs={[
          { label: t('nav:administration'), href: '/administration' },
          { label: t('audit:title'), href: '/audit' },
        ]}
        facts={[
          { label: t('audit:column.at'), value: <InstantText instant={entry.at} /> },
          { label: t('audit:column.actor'), value: <ActorName entry={entry} exact /> },
          { label: t('audit:column.address'), value: <FromAddress address={entry.address} /> },
          ...(vendorName === null ? [] : [{ label: t('audit:column.vendor'), value: vendorName }]),
        ]}
        also={
          erasure !== null && (
            <ButtonLink href={erasure} look="quiet">
              {t('privacy:title')}
            </ButtonLink>
          )
        }
      />
      <TwoColumns side={<Place />}>
        <Changes changes={changes} />
      </TwoColumns>
    </>
  );
}

/** Where the entry stands in the chain, and the way to what else was done with its record. */
function Place() {
  const { entry } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const ofRecord = new URLSearchParams({ entity: entry.entity, record: entry.entityId });
  return (
    <Facts
      items={[
        { label: t('audit:column.sequence'), value: entry.sequence },
        {
          label: t('audit:column.record'),
          value: <a href={`/audit?${ofRecord.toString()}`}>{t('audit:sameRecord')}</a>,
        },
        {
          label: t('audit:column.hash'),
          value: <span className={classes.hash}>{entry.hash}</span>,
        },
        {
          label: t('audit:column.previousHash'),
          value: <span className={classes.hash}>{entry.previousHash || t('common:none')}</span>,
        },
      ]}
    />
  );
}

function Changes({ changes }: { changes: SaidChange[] }) {
  const { t } = useTranslation();
  const columns: Column<SaidChange>[] = [
    { key: 'path', header: t('audit:column.field'), cell: (row) => <FieldName path={row.path} /> },
    {
      key: 'before',
      header: t('audit:column.before'),
      cell: (row) => <FieldValue value={row.before} />,
    },
    {
      key: 'after',
      header: t('audit:column.after'),
      cell: (row) => <FieldValue value={row.after} />,
    },
  ];
  return (
    <Section title={t('audit:column.changes')}>
      <DataTable
        name="audit-changes"
        label={t('audit:column.changes')}
        columns={columns}
        rows={changes}
        rowKey={(row) => row.path}
        empty={<EmptyState title={t('audit:noDetails')} />}
      />
    </Section>
  );
}
