import { dayOf } from '~/auth/act';
import type { PackContributor, PackRequest } from '~/packs/contributor.server';
import { PACK_VERSION, type Pack } from '~/packs/pack';
import { gravestFirst } from '~/packs/pack-value';
import { fourQuarters, lastMonthOf } from '~/packs/quarter';
import type { RatingBands } from '~/packs/rating';
import { packParts, sectionIds, type PackPart, type PackSection } from '~/packs/section';
import { readSetting } from '~/settings/setting-queries.server';
import type { Reader } from '~db/store.server';
import { contributors } from './contributors.server';
import type { FoundReview } from './find-review.server';
import { summaryOf } from './summary';

type Options = { bands?: RatingBands; from?: readonly PackContributor[] };

/** Both parts of a review's pack from the store as it is, each area's sections in the order of the pack. */
export async function gatherPack(
  reader: Reader,
  { review, vendor }: Pick<FoundReview, 'review' | 'vendor'>,
  now: Date,
  { bands, from = contributors }: Options = {},
): Promise<Record<PackPart, Pack>> {
  const { quarter } = review;
  const request: PackRequest = {
    vendorId: vendor.id,
    reviewId: review.id,
    quarter,
    lastPeriod: lastMonthOf(quarter),
    firstPeriod: fourQuarters(quarter)[0] ?? quarter,
    today: dayOf(now),
    asOf: now.toISOString(),
    bands: bands ?? (await readSetting(reader, 'rating_bands')),
  };
  const sections: PackSection[] = [];
  for (const contribute of from) sections.push(...(await contribute(reader, request)));
  const [shared, internal] = packParts.map((part) => packOfPart(part, vendor, request, sections));
  if (!shared || !internal) throw new Error('a pack has two parts');
  return { shared, internal };
}

function packOfPart(
  part: PackPart,
  vendor: FoundReview['vendor'],
  { quarter, firstPeriod, lastPeriod, asOf, bands }: PackRequest,
  all: readonly PackSection[],
): Pack {
  const sections = merged(all.filter((section) => section.part === part));
  const exceptions = gravestFirst(sections.flatMap((section) => section.exceptions));
  return {
    version: PACK_VERSION,
    part,
    // How much we need the vendor is nothing that it is told.
    vendor: part === 'shared' ? { ...vendor, tier: null } : vendor,
    quarter,
    firstPeriod,
    lastPeriod,
    asOf,
    bands,
    summary: part === 'shared' ? summaryOf(sections, exceptions, quarter) : [],
    exceptions,
    sections,
  };
}

/** What several areas say under one heading stands there together. */
function merged(sections: readonly PackSection[]): PackSection[] {
  return sectionIds.flatMap((id) => {
    const own = sections.filter((section) => section.id === id);
    const [first] = own;
    if (!first) return [];
    return [
      {
        ...first,
        exceptions: own.flatMap(({ exceptions }) => exceptions),
        blocks: own.flatMap(({ blocks }) => blocks),
      },
    ];
  });
}
