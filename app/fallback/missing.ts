import { addDays } from '~/shared/calendar';
import { type CandidateFacts, type FallbackRequest, marketsAsked } from './candidate';
import { offeringsUsed, preparations, slowestSwitch } from './coverage';
import { isValidOn } from './gate';
import { type PreparationGap, preparationGaps } from './readiness';

/** A certificate that ends this soon is part of what has to be put right. */
const EXPIRES_SOON_DAYS = 90;

/** What a candidate lacks to take over tomorrow. */
export type Missing =
  | { what: PreparationGap; on: string | null }
  | { what: 'condition_open'; title: string; dueOn: string | null }
  | { what: 'certificate_ends'; kind: string; expiresOn: string }
  | { what: 'capacity_unknown' | 'switch_time_unknown' | 'price_unknown' };

/** Everything that stands between a candidate and readiness, in the order in which it would be put right. */
export function missingToBeReady(candidate: CandidateFacts, request: FallbackRequest): Missing[] {
  const used = offeringsUsed(candidate.offerings, marketsAsked(request));
  const done = preparations(used);
  return [
    ...preparationGaps(done, request.asOf).map((what): Missing => ({
      what,
      on: what === 'test_too_old' ? done.switchTestedOn : null,
    })),
    ...openConditions(candidate),
    ...endingCertificates(candidate, request),
    ...(used.some(({ capacity }) => capacity === null)
      ? [{ what: 'capacity_unknown' as const }]
      : []),
    ...(slowestSwitch(used) === null ? [{ what: 'switch_time_unknown' as const }] : []),
    ...(used.some(({ unitPrice }) => unitPrice === null)
      ? [{ what: 'price_unknown' as const }]
      : []),
  ];
}

function openConditions({ conditions }: CandidateFacts): Missing[] {
  return conditions
    .filter(({ done }) => !done)
    .map(({ title, dueOn }) => ({ what: 'condition_open', title, dueOn }));
}

/** Required certificates that are valid on the day and end within ninety days, by the one that ends last. */
function endingCertificates({ certificates }: CandidateFacts, request: FallbackRequest): Missing[] {
  return request.service.requiredCertificates.flatMap((kind): Missing[] => {
    const valid = certificates.filter(
      (held) => held.kind === kind && isValidOn(held, request.asOf),
    );
    if (valid.length === 0 || valid.some(({ expiresOn }) => expiresOn === null)) return [];
    const expiresOn = valid
      .flatMap((held) => held.expiresOn ?? [])
      .sort()
      .at(-1);
    const soon = addDays(request.asOf, EXPIRES_SOON_DAYS);
    return expiresOn !== undefined && expiresOn <= soon
      ? [{ what: 'certificate_ends', kind, expiresOn }]
      : [];
  });
}
