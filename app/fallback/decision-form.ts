import type { FormValues } from '~/shared/form-values';
import type { VolumeShare } from './decision';

const SHARE = /^share-(\d+)$/;

/** The shares of a split as a form sends them, `share-7: 60`; what was left empty takes no part. */
export function readShares(values: FormValues): VolumeShare[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const vendorId = Number(SHARE.exec(name)?.[1]);
    const sharePercent = (typeof value === 'string' ? value : (value[0] ?? ''))
      .normalize('NFKC')
      .replace(/[\s%]/g, '');
    return Number.isSafeInteger(vendorId) && sharePercent !== ''
      ? [{ vendorId, sharePercent }]
      : [];
  });
}
