import { addDays } from '~/shared/calendar';
import { done, refused, type Outcome } from '~/shared/outcome';

/** When a version of a term holds; a missing date is the contract's own start or end, both days included. */
export type VersionDates = { effectiveFrom: string | null; effectiveTo: string | null };

export type StoredVersion = VersionDates & { id: number; replacedAt: string | null };

/** What a new version does to those before it: some end the day before it, some are overtaken altogether. */
export type VersionChange = {
  shortened: { id: number; effectiveTo: string }[];
  replaced: number[];
};

/**
 * From its day on the new version alone holds; without a day, or with one before it, from the contract's start on. Days
 * in the past are allowed.
 */
export function changeFrom(
  versions: readonly StoredVersion[],
  effectiveFrom: string | null,
  startsOn: string,
): VersionChange {
  const from = later(effectiveFrom, startsOn);
  const live = versions.filter((version) => version.replacedAt === null);
  const overtaken = live.filter((version) => later(version.effectiveFrom, startsOn) >= from);
  return {
    replaced: overtaken.map(({ id }) => id),
    shortened: live
      .filter((version) => !overtaken.includes(version) && (version.effectiveTo ?? from) >= from)
      .map(({ id }) => ({ id, effectiveTo: addDays(from, -1) })),
  };
}

/** What ending a term after a day does to its versions; `left` is how many then hold on some day. */
export function endAfter(
  versions: readonly StoredVersion[],
  lastDay: string,
  startsOn: string,
): VersionChange & { left: number } {
  const live = versions.filter((version) => version.replacedAt === null);
  const begun = live.filter((version) => later(version.effectiveFrom, startsOn) <= lastDay);
  return {
    left: begun.length,
    replaced: live.filter((version) => !begun.includes(version)).map(({ id }) => id),
    shortened: begun
      .filter((version) => version.effectiveTo === null || version.effectiveTo > lastDay)
      .map(({ id }) => ({ id, effectiveTo: lastDay })),
  };
}

function later(day: string | null, startsOn: string): string {
  return day === null || day < startsOn ? startsOn : day;
}

/** The version in force on a day, of a contract that starts on `startsOn`. */
export function versionOn<V extends StoredVersion>(
  versions: readonly V[],
  day: string,
  startsOn: string,
): V | null {
  const holds = (version: V) =>
    version.replacedAt === null &&
    (version.effectiveFrom ?? startsOn) <= day &&
    (version.effectiveTo ?? day) >= day;
  return versions.find(holds) ?? null;
}

/** The version that holds last: the one that a change starts from. */
export function latestVersion<V extends StoredVersion>(versions: readonly V[]): V | null {
  return versions
    .filter((version) => version.replacedAt === null)
    .reduce<V | null>(
      (latest, version) =>
        latest === null || (version.effectiveFrom ?? '') >= (latest.effectiveFrom ?? '')
          ? version
          : latest,
      null,
    );
}

/** A term can't hold wholly outside the time of its contract. */
export function checkWithinContract(
  { effectiveFrom, effectiveTo }: VersionDates,
  contract: { startsOn: string; lastDay: string | null },
  path = '',
): Outcome {
  if (effectiveFrom !== null && contract.lastDay !== null && effectiveFrom > contract.lastDay)
    return refused('term_after_contract', { last: contract.lastDay }, `${path}effective_from`);
  if (effectiveTo !== null && effectiveTo < contract.startsOn)
    return refused('term_before_contract', { starts: contract.startsOn }, `${path}effective_to`);
  return done();
}
