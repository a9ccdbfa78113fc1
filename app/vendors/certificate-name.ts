import type { TFunction } from 'i18next';

/** Certificates that many services ask for: the name under which each is kept, and its words. */
export const usualCertificates = {
  'Business licence': 'business_licence',
  'Liability insurance': 'liability_insurance',
  'Safety audit': 'safety_audit',
} as const;

type Kept = keyof typeof usualCertificates;

/** A certificate's name for its reader: a usual one in the reader's language, any other as it was written. */
export function certificateName(kind: string, t: TFunction): string {
  return Object.hasOwn(usualCertificates, kind)
    ? t(`common:certificate.${usualCertificates[kind as Kept]}`)
    : kind;
}
