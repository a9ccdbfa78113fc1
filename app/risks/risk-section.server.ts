import { and, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { PackContributor } from '~/packs/contributor.server';
import { counted, figure, onDate, said, sourceAt, words, written } from '~/packs/pack-value';
import type { PackBlock, PackException, PackPart, PackSection } from '~/packs/section';
import { risks } from '~db/schema/risks';
import { riskLevel, riskScore } from './risk';

const WEIGHTS = { critical: 1, high: 3 } as const;
type Risk = typeof risks.$inferSelect;
type Request = Parameters<PackContributor>[1];

/** Of a pack: the open risks of the vendor, those that we talk about with it apart from those that are ours alone. */
export const riskSections: PackContributor = async (reader, request) => {
  const open = await reader
    .select()
    .from(risks)
    .where(
      and(
        eq(risks.vendorId, request.vendorId),
        isNull(risks.closedAt),
        lte(risks.reviewedOn, request.today),
      ),
    )
    .orderBy(desc(sql`${risks.residualLikelihood} * ${risks.residualImpact}`), desc(risks.id));
  return [
    ...section(
      open.filter(({ shared }) => shared),
      'shared',
      request,
    ),
    ...section(
      open.filter(({ shared }) => !shared),
      'internal',
      request,
    ),
  ];
};

function section(open: readonly Risk[], part: PackPart, request: Request): PackSection[] {
  if (open.length === 0) return [];
  const rows = open.map((risk) => rated(risk, part, request));
  return [
    {
      id: part === 'internal' ? 'risks' : 'shared_risks',
      part,
      agenda: 'risks',
      exceptions: rows.flatMap(exceptionOf),
      blocks: [riskTable(rows, request)],
    },
  ];
}

type Rated = ReturnType<typeof rated>;

/** A risk with what is left of it, and where it is read. */
function rated(risk: Risk, part: PackPart, { vendorId }: Request) {
  const score = riskScore(risk.residualLikelihood, risk.residualImpact);
  const source = sourceAt(
    part === 'internal' ? `/vendors/${vendorId}/risks/${risk.id}` : '/reviews',
    words('packs:source.risk'),
  );
  return { risk, score, level: riskLevel(score), source };
}

/** High and critical risks are talked of first. */
function exceptionOf({ risk, level, source }: Rated): PackException[] {
  if (level !== 'critical' && level !== 'high') return [];
  return [
    {
      kind: 'changed',
      weight: WEIGHTS[level],
      words: words('packs:risks.high', {
        risk: written(risk.title),
        level: said(`packs:riskLevel.${level}`),
      }),
      source,
    },
  ];
}

function riskTable(rows: readonly Rated[], { quarter, lastPeriod }: Request): PackBlock {
  return {
    kind: 'table',
    title: words('packs:risks.title'),
    columns: [
      { words: words('packs:column.risk') },
      { words: words('packs:column.category') },
      { words: words('packs:column.residual'), align: 'end' },
      { words: words('packs:column.level') },
      { words: words('packs:column.reviewedOn') },
    ],
    rows: rows.map(({ risk, score, level, source }) => ({
      source,
      cells: [
        written(risk.title),
        said(`packs:riskCategory.${risk.category}`),
        figure(`risks/${risk.id}`, words('packs:risks.score'), counted(score), {
          from: quarter,
          to: lastPeriod,
          source,
        }),
        said(`packs:riskLevel.${level}`),
        onDate(risk.reviewedOn),
      ],
    })),
    empty: words('packs:risks.none'),
  };
}
