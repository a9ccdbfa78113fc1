import { useTranslation } from 'react-i18next';
import type { Hindrances } from '~/contracts/hindrances';
import { Callout } from '../Notice';
import { useReason } from '../use-reason';

/** What stands between a contract and its signature, each with the way to where it is put right. */
export function ContractHindrances({
  contract,
  hindrances: { vendor, gaps },
}: {
  contract: { id: number; vendorId: number };
  hindrances: Hindrances;
}) {
  const { t } = useTranslation();
  const words = useReason();
  return (
    <>
      {vendor && (
        <Callout tone="attention">
          <span>{words(vendor)}</span>
          <a href={`/vendors/${contract.vendorId}/checks`}>{t('contracts:life.toVendor')}</a>
        </Callout>
      )}
      {gaps > 0 && (
        <Callout>
          <MissingClauses contractId={contract.id} gaps={gaps} />
        </Callout>
      )}
    </>
  );
}

/** How many required clauses are not there, and the way to them. */
export function MissingClauses({ contractId, gaps }: { contractId: number; gaps: number }) {
  const { t } = useTranslation();
  return (
    <>
      <span>{t('contracts:life.lacks', { count: gaps })}</span>{' '}
      <a href={`/contracts/${contractId}/clauses`}>{t('contracts:life.toClauses')}</a>
    </>
  );
}
