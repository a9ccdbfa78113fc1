import { useTranslation } from 'react-i18next';
import type { RowFault } from '~/shared/register-file';
import { DataTable } from '../DataTable';
import { Callout } from '../Notice';
import { useReason } from '../use-reason';

type Fault = Omit<RowFault, 'reason'> & {
  reason: { code: string; params?: RowFault['reason']['params'] | undefined };
};

/** What is wrong in a register file, cell by cell: where, the value seen, and what would be right. */
export function FaultTable({ faults, left }: { faults: readonly Fault[]; left: number }) {
  const { t } = useTranslation();
  const words = useReason();
  return (
    <>
      <Callout tone="problem" role="alert" title={t('diligence:file.refused')}>
        {t('diligence:file.nothingStored')}
      </Callout>
      <DataTable
        name="file-faults"
        label={t('diligence:file.refused')}
        rows={faults.map((fault, place) => ({ ...fault, place }))}
        rowKey={({ place }) => place}
        empty={null}
        columns={[
          {
            key: 'row',
            header: t('diligence:file.row'),
            align: 'end',
            cell: ({ row }) => row ?? t('diligence:file.whole'),
          },
          { key: 'column', header: t('diligence:file.column'), cell: ({ column }) => column },
          {
            key: 'value',
            header: t('common:column.value'),
            cell: ({ reason }) => reason.params?.['value'],
          },
          {
            key: 'words',
            header: t('diligence:file.error'),
            cell: ({ reason: { code, params = {} } }) => words({ code, params }),
          },
        ]}
      />
      {left > 0 && <p>{t('diligence:file.more', { count: left })}</p>}
    </>
  );
}
