import { inArray } from 'drizzle-orm';
import { chunks } from '~/shared/chunks';
import { sanctionsEntries, sanctionsKeys, sanctionsLists } from '~db/schema/screening';
import type { Reader } from '~db/store.server';
import { foldFirmName, searchKeys } from '~/vendors/firm-name';
import { matchEntry, matchThresholds, type MatchReason } from '~/vendors/name-match';

/** A name that is screened, and whose it is. */
export type ScreenedSubject = {
  kind: 'name' | 'former_name' | 'parent' | 'subcontractor';
  name: string;
  country: string | null;
};

export type FoundHit = {
  vendorId: number;
  subject: ScreenedSubject['kind'];
  subjectName: string;
  source: string;
  reference: string;
  entry: {
    name: string;
    matched: string;
    aliases: string[];
    kind: string;
    countries: string[];
    program: string | null;
    listedOn: string;
  };
  score: number;
  reasons: MatchReason[];
};

const KEYS_AT_ONCE = 2000;

/** Who of the subjects may be on a list: each is compared with the entries that share a key with it, and no others. */
export async function findSanctioned(
  reader: Reader,
  subjects: readonly (ScreenedSubject & { vendorId: number })[],
): Promise<FoundHit[]> {
  const keyed = subjects.map((subject) => ({
    subject,
    keys: searchKeys(foldFirmName(subject.name)),
  }));
  const byKey = await entriesByKey(reader, [...new Set(keyed.flatMap(({ keys }) => keys))]);
  const entries = await entriesOf(reader, [...new Set([...byKey.values()].flat())]);
  return keyed.flatMap(({ subject, keys }) => {
    const candidates = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    return [...candidates].flatMap((entryId) => {
      const entry = entries.get(entryId);
      if (!entry) return [];
      const match = matchEntry(subject, entry);
      if (match.score < matchThresholds.hit) return [];
      const { source, reference, name, aliases, kind, countries, program, listedOn } = entry;
      return [
        {
          vendorId: subject.vendorId,
          subject: subject.kind,
          subjectName: subject.name,
          source,
          reference,
          entry: { name, matched: match.matched, aliases, kind, countries, program, listedOn },
          score: match.score,
          reasons: match.reasons,
        },
      ];
    });
  });
}

async function entriesByKey(reader: Reader, keys: readonly string[]) {
  const byKey = new Map<string, number[]>();
  for (const some of chunks(keys, KEYS_AT_ONCE)) {
    const rows = await reader.select().from(sanctionsKeys).where(inArray(sanctionsKeys.key, some));
    for (const { key, entryId } of rows) {
      const listed = byKey.get(key);
      if (listed) listed.push(entryId);
      else byKey.set(key, [entryId]);
    }
  }
  return byKey;
}

async function entriesOf(reader: Reader, ids: readonly number[]) {
  const lists = await reader
    .select({ id: sanctionsLists.id, listedOn: sanctionsLists.listedOn })
    .from(sanctionsLists);
  const days = new Map(lists.map(({ id, listedOn }) => [id, listedOn]));
  const found = new Map<number, typeof sanctionsEntries.$inferSelect & { listedOn: string }>();
  for (const some of chunks(ids, KEYS_AT_ONCE)) {
    const rows = await reader
      .select()
      .from(sanctionsEntries)
      .where(inArray(sanctionsEntries.id, some));
    for (const row of rows) found.set(row.id, { ...row, listedOn: days.get(row.listId) ?? '' });
  }
  return found;
}
