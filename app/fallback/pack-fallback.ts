import { measured, named, onDate, said, sourceAt, vendorNamed, words } from '~/packs/pack-value';
import type { PackBlock, PackException, PackSection, PackValue } from '~/packs/section';
import type { ProposalState } from './proposal';
import type { Readiness, Standby } from './readiness';

type Name = { nameEn: string; nameZh: string };
export type PlaceReadiness = { key: string; service: Name; market: Name; readiness: Readiness };
export type ProposedOfPack = {
  id: number;
  state: ProposalState;
  asOf: string;
  leader: { id: number; name: string } | null;
  serviceEn: string;
  serviceZh: string;
  marketEn: string | null;
  marketZh: string | null;
};

const EXPOSED = 3;
const OPEN = 3;

/** How prepared we are for the vendor's failure, for our eyes alone. */
export function fallbackSection(
  places: readonly PlaceReadiness[],
  proposed: readonly ProposedOfPack[],
): PackSection {
  return {
    id: 'fallback',
    part: 'internal',
    agenda: 'risks',
    exceptions: [...exposures(places), ...openProposals(proposed)],
    blocks: [readinessTable(places), proposalTable(proposed)],
  };
}

function readinessTable(places: readonly PlaceReadiness[]): PackBlock {
  return {
    kind: 'table',
    title: words('packs:fallback.readiness'),
    columns: [
      { words: words('packs:column.place') },
      { words: words('packs:column.primary') },
      { words: words('packs:column.share'), align: 'end' },
      { words: words('packs:column.standby') },
      { words: words('packs:column.gaps') },
      { words: words('packs:column.exposure') },
    ],
    rows: places.map(({ service, market, readiness }) => ({
      source: sourceAt('/readiness', words('packs:source.readiness')),
      cells: [
        placeOf(named(service), named(market)),
        nameOf(readiness.primary?.vendor),
        measured(readiness.primary?.sharePercent ?? null, '%'),
        nameOf(readiness.standbys[0]?.vendor),
        gapOf(readiness.standbys[0]),
        said(`packs:exposure.${readiness.exposure ?? 'none'}`),
      ],
    })),
    empty: words('packs:fallback.nowhere'),
  };
}

function proposalTable(proposed: readonly ProposedOfPack[]): PackBlock {
  return {
    kind: 'table',
    title: words('packs:fallback.proposals'),
    columns: [
      { words: words('packs:column.day') },
      { words: words('packs:column.place') },
      { words: words('packs:column.leader') },
      { words: words('packs:column.state') },
    ],
    rows: proposed.map((proposal) => ({
      source: sourceOf(proposal),
      cells: [
        onDate(proposal.asOf),
        whereOf(proposal),
        nameOf(proposal.leader),
        said(`packs:proposalState.${proposal.state}`),
      ],
    })),
    empty: words('packs:fallback.noProposals'),
  };
}

function placeOf(service: PackValue, market: PackValue): PackValue {
  return said('packs:place.both', { service, market });
}

function whereOf({ serviceEn, serviceZh, marketEn, marketZh }: ProposedOfPack): PackValue {
  const service = named({ nameEn: serviceEn, nameZh: serviceZh });
  if (marketEn === null || marketZh === null) return service;
  return placeOf(service, named({ nameEn: marketEn, nameZh: marketZh }));
}

function nameOf(vendor: { id: number; name: string } | null | undefined): PackValue {
  return vendor ? vendorNamed(vendor) : said('packs:nobody');
}

/** What the first standby lacks, the first thing that is put right. */
function gapOf(standby: Standby | undefined): PackValue {
  if (!standby) return said('packs:gap.no_standby');
  const [gap] = standby.gaps;
  return gap === undefined ? said('packs:gap.none') : said(`packs:gap.${gap}`);
}

function sourceOf({ id }: ProposedOfPack) {
  return sourceAt(`/proposals/${id}`, words('packs:source.proposal'));
}

function exposures(places: readonly PlaceReadiness[]): PackException[] {
  return places.flatMap(({ service, market, readiness: { exposure } }) =>
    exposure === null
      ? []
      : [
          {
            kind: 'changed' as const,
            weight: EXPOSED,
            words: words('packs:fallback.exposed', {
              place: placeOf(named(service), named(market)),
              exposure: said(`packs:exposure.${exposure}`),
            }),
            source: sourceAt('/readiness', words('packs:source.readiness')),
          },
        ],
  );
}

function openProposals(proposed: readonly ProposedOfPack[]): PackException[] {
  return proposed.flatMap((proposal) =>
    proposal.state === 'open'
      ? [
          {
            kind: 'late' as const,
            weight: OPEN,
            words: words('packs:fallback.undecided', {
              place: whereOf(proposal),
              day: onDate(proposal.asOf),
            }),
            source: sourceOf(proposal),
          },
        ]
      : [],
  );
}
