import type { TFunction } from 'i18next';

/** Certificates that many services ask for, by the name under which they are kept. */
const usual = {
  'Business licence': 'business_licence',
  'Liability insurance': 'liability_insurance',
  'Safety audit': 'safety_audit',
} as const;

/** A certificate's name for its reader: a usual one in the reader's language, any other as it was written. */
export function certificateName(kind: string, t: TFunction): string {
  return Object.hasOwn(usual, kind)
    ? t(`common:certificate.${usual[kind as keyof typeof usual]}`)
    : kind;
}
