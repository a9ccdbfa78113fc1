import { isNotNull, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inState } from '~/actions/action-queries.server';
import { actionOrigins, actionSides, actionStates, type ActionState } from '~/actions/action';
import {
  proposalRows,
  reviewRows,
  type ProposalRow,
  type ReviewRow,
} from '~/exports/trail-tables.server';
import { actionRows, riskRows, type ActionRow, type RiskRow } from '~/exports/vendor-tables.server';
import { proposalStates } from '~/fallback/proposal';
import { packRatings } from '~/packs/section';
import { reviewStates } from '~/reviews/review';
import { riskCategories } from '~/risks/risk';
import { actions } from '~db/schema/actions';
import { proposals } from '~db/schema/fallback';
import { reviews } from '~db/schema/reviews';
import { risks } from '~db/schema/risks';
import { codeText, count, day, instant, month, recordKey, text } from './cells';
import { code, months, words, wordsBy } from './filter.server';
import { byKey, byPeriod, byText, ownKey, resource } from './resource.server';
import { packsFor, reviewPack } from './review-pack.server';

export const proposalResource = resource<ProposalRow>({
  about: 'Fallback proposals: who could have taken over and what was decided; for insiders alone',
  needs: 'fallback.read',
  rows: proposalRows,
  cells: proposalRows.columns,
  id: ownKey(proposals.id, (row) => row.id),
  tie: [proposals.id],
  sorts: {
    as_of: byText(proposals.asOf, (row) => row.asOf),
    id: byKey(proposals.id, (row) => row.id),
  },
  defaultSort: '-as_of',
  filters: {
    vendor: code(proposals.vendorId, 'vendors', 'Code of the vendor to be replaced'),
    service: code(proposals.serviceId, 'services', 'Code of the service'),
    market: code(proposals.marketId, 'markets', 'Code of the market'),
    state: words(proposals.state, proposalStates, 'Whether it is decided, and how'),
  },
  row: z
    .strictObject({
      id: recordKey,
      vendor: codeText,
      service: codeText,
      market: codeText.nullable(),
      as_of: day,
      state: z.enum(proposalStates),
      candidates: count,
      leader: codeText.nullable(),
      decided: instant.nullable(),
      decision_reason: text.nullable(),
    })
    .meta({ id: 'Proposal' }),
});

const reviewRow = z
  .strictObject({
    id: recordKey,
    vendor: codeText,
    quarter: month.meta({ description: 'First month of the quarter that is reviewed' }),
    state: z.enum(reviewStates),
    owner: text.nullable(),
    meets: instant,
    time_zone: text,
    frozen: instant.nullable(),
    held: instant.nullable(),
    record_sent: instant.nullable(),
    signed: instant.nullable(),
    cancelled: instant.nullable(),
    rating: z.enum(packRatings).nullable(),
  })
  .meta({ id: 'Review' });

export const reviewResource = resource<ReviewRow>({
  about: 'Business reviews; one of them comes with its frozen pack as the reader may see it',
  needs: 'reviews.read',
  rows: reviewRows,
  cells: reviewRows.columns,
  id: ownKey(reviews.id, (row) => row.review.id),
  tie: [reviews.id],
  sorts: {
    quarter: byPeriod(reviews.quarter, (row) => row.review.quarter),
    id: byKey(reviews.id, (row) => row.review.id),
  },
  defaultSort: '-quarter',
  filters: {
    vendor: code(reviews.vendorId, 'vendors', 'Code of the vendor'),
    state: words(reviews.state, reviewStates, 'Where it stands'),
    quarter: {
      ...months(reviews.quarter).period,
      about: 'A quarter 2023-Q3, or a year 2023',
    },
  },
  row: reviewRow,
  item: reviewRow
    .extend({ packs: z.array(reviewPack) })
    .meta({ id: 'ReviewWithPacks', description: 'A review with the parts of its frozen pack' }),
  more: async (visit, { review }) => ({ packs: await packsFor(visit, review.id) }),
});

const NEVER = '9999-12-31';

export const actionResource = resource<ActionRow>({
  about: 'Everything promised, wherever it came from; a vendor sees what is its own to do',
  needs: 'actions.read',
  rows: actionRows,
  cells: actionRows.columns,
  id: ownKey(actions.id, (row) => row.action.id),
  tie: [actions.id],
  sorts: {
    due: byText(
      sql`coalesce(${actions.dueOn}, ${sql.raw(`'${NEVER}'`)})`,
      (row) => row.action.dueOn ?? NEVER,
    ),
    id: byKey(actions.id, (row) => row.action.id),
  },
  defaultSort: 'due',
  filters: {
    vendor: code(actions.vendorId, 'vendors', 'Code of the vendor'),
    state: wordsBy(actionStates, 'How it stands today', (state, { today }) =>
      inState(state as ActionState, today),
    ),
    origin: words(actions.origin, actionOrigins, 'What it came from'),
    side: words(actions.side, actionSides, 'Who is to do it'),
  },
  row: z
    .strictObject({
      id: recordKey,
      vendor: codeText,
      origin: z.enum(actionOrigins),
      step: text
        .nullable()
        .meta({ description: 'A step known by the product; else `title` says it' }),
      title: text.nullable(),
      side: z.enum(actionSides),
      owner: text.nullable(),
      due: day.nullable(),
      done: instant.nullable(),
      cancelled: instant.nullable(),
      created: instant,
    })
    .meta({ id: 'Action' }),
});

const step = z.int().min(1).max(5);
const score = z.int().min(1).max(25);

export const riskResource = resource<RiskRow>({
  about: 'The risk register; scores are likelihood × impact; for insiders alone',
  needs: 'vendors.read',
  rows: riskRows,
  cells: riskRows.columns,
  id: ownKey(risks.id, (row) => row.risk.id),
  tie: [risks.id],
  sorts: {
    reviewed: byText(risks.reviewedOn, (row) => row.risk.reviewedOn),
    id: byKey(risks.id, (row) => row.risk.id),
  },
  defaultSort: 'reviewed',
  filters: {
    vendor: code(risks.vendorId, 'vendors', 'Code of the vendor'),
    category: words(risks.category, riskCategories, 'What kind of risk it is'),
    state: wordsBy(['open', 'closed'], 'Whether it stands', (state) =>
      state === 'open' ? isNull(risks.closedAt) : isNotNull(risks.closedAt),
    ),
  },
  row: z
    .strictObject({
      id: recordKey,
      vendor: codeText,
      category: z.enum(riskCategories),
      title: text,
      likelihood: step,
      impact: step,
      score,
      residual_likelihood: step,
      residual_impact: step,
      residual_score: score,
      reviewed: day,
      closed: instant.nullable(),
    })
    .meta({ id: 'Risk' }),
});
