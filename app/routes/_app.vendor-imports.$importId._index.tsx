import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { FaultTable } from '~/components/diligence/FaultTable';
import { ButtonLink } from '~/components/form/buttons';
import { Callout } from '~/components/Notice';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { WorkProgress } from '~/components/Progress';
import { ImportBadge } from '~/components/registers/ImportBadge';
import { useFormat } from '~/components/use-format';
import { found, recordId } from '~/shared/record-id';
import { findVendorImport } from '~/vendors/vendor-import-queries.server';

export const meta = pageTitle;

const FAULTS_SHOWN = 100;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'vendors.import');
  const taken = found(await findVendorImport(reader, scope, recordId(args.params['importId'])));
  const { id, fileName, state, counts, faultCount, receivedAt, sender, progress } = taken;
  const faults = (taken.faults ?? []).slice(0, FAULTS_SHOWN);
  return {
    title: t('diligence:import.one', { file: fileName }),
    id,
    state,
    counts,
    faults,
    left: faultCount - faults.length,
    receivedAt,
    sender,
    progress,
  };
}

/** One file of vendors: how far it is, then what it did or everything that is wrong with it. */
export default function VendorImportPage() {
  const page = useLoaderData<typeof loader>();
  const { title, id, state, counts, faults, left, receivedAt, sender } = page;
  const { t } = useTranslation();
  const format = useFormat();
  const hasFailed = state === 'failed';
  return (
    <>
      <PageHeader
        title={title}
        state={<ImportBadge state={state} />}
        lead={t('diligence:import.received', {
          at: format.instant(receivedAt),
          name: sender ?? t('common:none'),
        })}
        crumbs={[
          { label: t('vendors:title'), href: '/vendors' },
          { label: t('diligence:import.title'), href: '/vendors/import' },
        ]}
        facts={useCounts()}
        action={
          counts ? (
            <ButtonLink href="/vendors" look="primary">
              {t('diligence:import.toVendors')}
            </ButtonLink>
          ) : (
            (hasFailed || state === 'refused') && (
              <ButtonLink href="/vendors/import" look="primary">
                {t('diligence:import.again')}
              </ButtonLink>
            )
          )
        }
        also={
          state === 'refused' && (
            <ButtonLink href={`/vendor-imports/${id}/remarks`} download>
              {t('diligence:import.remarks')}
            </ButtonLink>
          )
        }
      />
      {hasFailed && <Callout tone="problem">{t('diligence:import.failed')}</Callout>}
      <Running />
      {state === 'refused' && <FaultTable faults={faults} left={left} />}
      {counts && counts.services.length + counts.markets.length > 0 && (
        <p>
          {t('diligence:import.added', {
            list: format.list([...counts.services, ...counts.markets]),
          })}
        </p>
      )}
    </>
  );
}

/** What became of the rows of the file; nothing while it is read, or where it was refused. */
function useCounts() {
  const { counts } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  if (!counts) return [];
  return [
    { label: t('diligence:import.created'), value: format.number(counts.created) },
    { label: t('diligence:import.changed'), value: format.number(counts.changed) },
    { label: t('diligence:import.unchanged'), value: format.number(counts.unchanged) },
    { label: t('diligence:import.offerings'), value: format.number(counts.offerings) },
    {
      label: t('diligence:import.identifiers'),
      value: format.number(counts.identifiers),
    },
  ];
}

function Running() {
  const { id, progress } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  if (!progress) return null;
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <WorkProgress
        label={t('diligence:import.running')}
        src={`/vendor-imports/${id}/progress`}
        start={progress}
      />
      <p>{t('diligence:import.leave')}</p>
    </>
  );
}
