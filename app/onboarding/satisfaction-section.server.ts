import { and, desc, eq, lte } from 'drizzle-orm';
import type { PackContributor } from '~/packs/contributor.server';
import { figure, measured, onDate, said, sourceAt, words, written } from '~/packs/pack-value';
import type { PackPart, PackSection } from '~/packs/section';
import { assessments, scorings } from '~db/schema/onboarding';

/** Results that are looked back on. */
const LATEST = 3;

/** Of a pack: how we scored the vendor. A result that was not released to it is ours alone. */
export const satisfactionSections: PackContributor = async (reader, request) => {
  const { vendorId, today, quarter, lastPeriod } = request;
  const scored = await reader
    .select({ assessment: assessments, releasedAt: scorings.releasedAt })
    .from(assessments)
    .leftJoin(scorings, eq(scorings.id, assessments.scoringId))
    .where(and(eq(assessments.vendorId, vendorId), lte(assessments.assessedOn, today)))
    .orderBy(desc(assessments.assessedOn), desc(assessments.id))
    .limit(LATEST);
  const of = (part: PackPart): PackSection[] => {
    const own = scored.filter(({ releasedAt }) => (releasedAt === null) === (part === 'internal'));
    if (own.length === 0) return [];
    const rows = own.map(({ assessment: { scoringId, ...result } }) => {
      const source =
        scoringId === null
          ? sourceAt(`/vendors/${vendorId}`, words('packs:source.vendor'))
          : sourceAt(`/assessments/${scoringId}`, words('packs:source.assessment'));
      return {
        source,
        cells: [
          onDate(result.assessedOn),
          written(result.scorecard),
          figure(
            `satisfaction/${result.id}`,
            words('packs:satisfaction.total'),
            measured(result.total, ''),
            { from: quarter, to: lastPeriod, source },
          ),
          said(`packs:result.${result.result}`),
          onDate(result.validUntil),
        ],
      };
    });
    return [
      {
        id: 'satisfaction',
        part,
        agenda: 'sla',
        exceptions: [],
        blocks: [
          {
            kind: 'table',
            title: words('packs:satisfaction.title'),
            columns: [
              { words: words('packs:column.day') },
              { words: words('packs:column.scorecard') },
              { words: words('packs:column.total'), align: 'end' },
              { words: words('packs:column.result') },
              { words: words('packs:column.validUntil') },
            ],
            rows,
            empty: words('packs:satisfaction.none'),
          },
        ],
      },
    ];
  };
  return [...of('shared'), ...of('internal')];
};
