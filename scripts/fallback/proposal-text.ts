import { failureWords, type Voice } from '~/fallback/failure-words';
import type { ProposalSnapshot, ProposedVendor } from '~/fallback/proposal';
import { translate } from '~/locales/i18n.server';
import { Decimal } from '~/shared/decimal';
import { formatPeriod } from '~/shared/period';

const voice: Voice = {
  t: translate('en'),
  locale: 'en',
  date: (day) => day,
  month: formatPeriod,
  number: (value) => value,
  kpi: (code) => code,
};

/** A proposal to read in a terminal: the ranking with its points, what is unknown, and why not the others. */
export function proposalText({ id, snapshot }: { id: number; snapshot: ProposalSnapshot }): string {
  const { incumbent, service, market, asOf, candidates, excluded, behind } = snapshot;
  const place = market ? `${service.code} in ${market.code}` : service.code;
  return [
    `If ${incumbent.vendor.name} (${incumbent.vendor.code}) fails: ${place}, as of ${asOf}. Proposal ${id}.`,
    '',
    ...(candidates.length === 0 ? ['Nobody passes every gate: a sourcing gap is open.'] : []),
    ...candidates.flatMap((candidate) => [
      `${candidate.rank}. ${candidate.vendor.code} ${candidate.vendor.name}: ${points(candidate.score)} points, ${points(new Decimal(candidate.knownShare).times(100).toFixed())} % known`,
      `   ${contributions(candidate)}`,
    ]),
    ...(behind?.candidates ?? []).map(
      ({ vendor, rank, score }) =>
        `${rank}. ${vendor.code} ${vendor.name}: ${points(score)} points`,
    ),
    ...(excluded.length === 0 ? [] : ['', 'Why not the others:']),
    ...excluded.map(
      ({ vendor, failures }) =>
        `- ${vendor.code} ${vendor.name}: ${failures.flatMap((failure) => failureWords(failure, voice)).join(' ')}`,
    ),
    ...(behind?.excluded ?? []).map(
      ({ vendor, gates }) =>
        `- ${vendor.code} ${vendor.name}: ${gates.map((gate) => voice.t(`fallback:gate.${gate}`)).join(', ')}`,
    ),
  ].join('\n');
}

function contributions({ contributions: parts }: ProposedVendor): string {
  return parts
    .map(({ criterion, points: earned, weight, value }) => {
      const name = voice.t(`fallback:criterion.${criterion}`);
      return value === null ? `${name} unknown/${weight}` : `${name} ${points(earned)}/${weight}`;
    })
    .join(' · ');
}

function points(value: string): string {
  return new Decimal(value).toDecimalPlaces(2).toFixed();
}
