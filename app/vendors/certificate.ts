import { z } from 'zod';
import { dayNumber } from '~/shared/calendar';
import { optionalDate, optionalText, requiredText } from '~/shared/fields';
import { keptCertificate } from './kept-certificate';

/** Days before its end from which a certificate is to be renewed. */
const RENEW_WITHIN_DAYS = 90;

export type CertificateState = 'valid' | 'expiring' | 'expired' | 'not_yet';

/** How a certificate stands on a day; the day of expiry is its last, and one without an end does not run out. */
export function certificateState(
  { issuedOn, expiresOn }: { issuedOn: string | null; expiresOn: string | null },
  asOf: string,
): CertificateState {
  if (issuedOn !== null && issuedOn > asOf) return 'not_yet';
  if (expiresOn === null) return 'valid';
  const left = dayNumber(expiresOn) - dayNumber(asOf);
  if (left < 0) return 'expired';
  return left <= RENEW_WITHIN_DAYS ? 'expiring' : 'valid';
}

/**
 * A certificate or licence; `kind` is its name, such as `ISO 27001`, as services ask for it. With a `holder` it is the
 * training of one of the vendor's people, and counts for nothing that is asked of the firm.
 */
export const certificateFields = z
  .object({
    kind: requiredText(80).transform(keptCertificate),
    number: optionalText(80),
    holder: optionalText(120),
    issuedOn: optionalDate(),
    expiresOn: optionalDate(),
  })
  .superRefine(({ issuedOn, expiresOn }, context) => {
    if (issuedOn !== null && expiresOn !== null && expiresOn < issuedOn)
      context.addIssue({ code: 'custom', message: 'ends_before_start', path: ['expiresOn'] });
  });

type Held = {
  kind: string;
  holder?: string | null;
  issuedOn: string | null;
  expiresOn: string | null;
};

/** What a vendor's services ask for and it does not hold on the day. */
export function missingCertificates(
  required: readonly string[],
  held: readonly Held[],
  asOf: string,
): string[] {
  const valid = held.filter(
    ({ holder = null, ...certificate }) =>
      holder === null && ['valid', 'expiring'].includes(certificateState(certificate, asOf)),
  );
  const kinds = new Set(valid.map(({ kind }) => kind));
  return [...new Set(required)].filter((kind) => !kinds.has(kind)).sort();
}
