import { and, eq } from 'drizzle-orm';
import { concludeScoring, releaseScoring } from '~/onboarding/conclude-scoring.server';
import { handInScores } from '~/onboarding/hand-in-scores.server';
import { inviteVendor } from '~/onboarding/invite-vendor.server';
import { openChecks } from '~/onboarding/open-checks.server';
import { openScoring } from '~/onboarding/open-scoring.server';
import { assignCheck, recordCheckResult } from '~/onboarding/review-check.server';
import { criteriaOf } from '~/onboarding/scorecard';
import { usableScorecards } from '~/onboarding/scorecard-queries.server';
import { seedScorecards } from '~/onboarding/seed-scorecards.server';
import { settleCriterion } from '~/onboarding/settle-criterion.server';
import { signOffCheck } from '~/onboarding/sign-off-check.server';
import { changeVendorStatus } from '~/vendors/change-vendor-status.server';
import { gradeVendor } from '~/vendors/grade-vendor.server';
import { registerVendor } from '~/vendors/register-vendor.server';
import { dueDiligenceChecks } from '~db/schema/diligence';
import { vendors } from '~db/schema/vendors';
import type { Cast } from './load-people';
import {
  newcomers,
  toldAssessments,
  type Newcomer,
  type ToldAssessment,
  type ToldCheck,
  type ToldScores,
} from './newcomers';
import type { Insider } from './people';
import { actOf, mustBeDone, type Event, type Portal } from './step';

/** The templates as they come with the product, there before anybody is assessed. */
const TEMPLATES_AT = '2023-09-25T07:30:00.000Z';

/** Firms on their way in, and how they and some of the carriers were assessed. */
export function newcomerHistory(portal: Portal, cast: Cast): Event[] {
  return [
    { at: TEMPLATES_AT, run: (at) => seedScorecards(portal.store, new Date(at)) },
    ...newcomers.flatMap((newcomer) => wayIn(portal, cast, newcomer)),
    ...toldAssessments.flatMap((told) => assessed(portal, cast, told)),
  ];
}

function wayIn(portal: Portal, cast: Cast, newcomer: Newcomer): Event[] {
  const { registered, invited, screening } = newcomer;
  return [
    { at: `${registered.on}T09:10:00.000Z`, run: (at) => register(portal, cast, newcomer, at) },
    ...(invited
      ? [
          {
            at: `${invited.on}T09:40:00.000Z`,
            run: (at: string) => invite(portal, cast, { newcomer, invited, at }),
          },
        ]
      : []),
    ...(screening
      ? [
          {
            at: `${screening.on}T09:20:00.000Z`,
            run: (at: string) => putUp(portal, cast, { newcomer, screening, at }),
          },
        ]
      : []),
    ...newcomer.checks.flatMap((check) => checked(portal, cast, newcomer, check)),
  ];
}

async function register(
  { store }: Portal,
  { insiders }: Cast,
  { code, name, country, registered }: Newcomer,
  at: string,
): Promise<void> {
  const act = actOf(insiders[registered.by], at);
  const input = { code, name, country, website: `https://${code.toLowerCase()}.example` };
  mustBeDone(await registerVendor(store, act, input), `register ${code}`);
  await store.transact(async (tx) => {
    await tx.update(vendors).set({ demonstration: true }).where(eq(vendors.code, code));
  });
}

type Invite = { newcomer: Newcomer; invited: NonNullable<Newcomer['invited']>; at: string };

async function invite({ store }: Portal, { insiders }: Cast, told: Invite): Promise<void> {
  const { newcomer, invited, at } = told;
  const { by, on: _day, ...invitee } = invited;
  const id = await vendorOf(store, newcomer.code);
  mustBeDone(await inviteVendor(store, actOf(insiders[by], at), id, invitee, []), 'invite it');
}

type PutUp = { newcomer: Newcomer; screening: NonNullable<Newcomer['screening']>; at: string };

async function putUp({ store }: Portal, { insiders }: Cast, told: PutUp): Promise<void> {
  const { newcomer, screening, at } = told;
  const act = actOf(insiders[newcomer.registered.by], at);
  const id = await vendorOf(store, newcomer.code);
  mustBeDone(await gradeVendor(store, act, id, textsOf(screening.tier)), 'grade a newcomer');
  mustBeDone(await changeVendorStatus(store, act, id, { status: 'screening' }), 'screen it');
  mustBeDone(await openChecks(store, act, id), 'open its checks');
}

/** A check as far as it has come, each step on its day. */
export function checked(
  { store }: Portal,
  { insiders }: Cast,
  { code }: Pick<Newcomer, 'code'>,
  told: ToldCheck,
) {
  const { kind, reviewer, on, result } = told;
  const check = () => checkOf(store, code, kind);
  const events: Event[] = [
    {
      at: `${on}T10:10:00.000Z`,
      async run(at) {
        const act = actOf(insiders[reviewer], at);
        const input = { reviewer: String(insiders[reviewer].personId) };
        mustBeDone(await assignCheck(store, act, await check(), input), 'begin a check');
      },
    },
  ];
  if (!result) return events;
  const { what, finding, signedOff } = result;
  events.push({
    at: `${on}T13:10:00.000Z`,
    async run(at) {
      const act = actOf(insiders[reviewer], at);
      const input = { result: what, finding, reviewedOn: on };
      mustBeDone(await recordCheckResult(store, act, await check(), input), 'record a check');
    },
  });
  if (signedOff)
    events.push({
      at: `${signedOff.on}T14:10:00.000Z`,
      async run(at) {
        const act = actOf(insiders[signedOff.by], at);
        mustBeDone(await signOffCheck(store, act, await check()), 'sign a check off');
      },
    });
  return events;
}

/** An assessment from its opening as far as it has come, each step on its day. */
function assessed({ store }: Portal, { insiders }: Cast, told: ToldAssessment): Event[] {
  const { vendor, template, cause, opened, assessors, scores, settled, concluded } = told;
  let scoringId = 0;
  const act = (who: Insider, at: string) => actOf(insiders[who], at);
  const events: Event[] = [
    {
      at: `${opened.on}T08:20:00.000Z`,
      async run(at) {
        const { id } = await templateOf(store, template);
        const asked = {
          vendorId: await vendorOf(store, vendor),
          assessorIds: assessors.map((who) => insiders[who].personId),
          input: { versionId: String(id), cause, dueOn: opened.dueOn },
        };
        scoringId = mustBeDone(await openScoring(store, act(opened.by, at), asked), 'ask to score');
      },
    },
    ...scores.map((given): Event => ({
      at: `${given.on}T11:20:00.000Z`,
      async run(at) {
        const values = valuesOf(given, await templateOf(store, template));
        const handedIn = { scoringId, values, isFinal: true };
        mustBeDone(await handInScores(store, act(given.by, at), handedIn), 'hand scores in');
      },
    })),
  ];
  if (settled)
    events.push({
      at: `${settled.on}T12:20:00.000Z`,
      async run(at) {
        const { criterion, ...input } = settled;
        const agreed = { scoringId, criterion, input };
        mustBeDone(await settleCriterion(store, act(settled.by, at), agreed), 'settle scores');
      },
    });
  if (concluded)
    events.push({
      at: `${concluded.on}T15:20:00.000Z`,
      async run(at) {
        const by = act(concluded.by, at);
        mustBeDone(await concludeScoring(store, by, scoringId), 'conclude an assessment');
        mustBeDone(await releaseScoring(store, by, scoringId), 'release a result');
      },
    });
  return events;
}

type Template = Awaited<ReturnType<typeof usableScorecards>>[number];

async function templateOf(store: Portal['store'], code: string): Promise<Template> {
  const template = (await usableScorecards(store.read)).find((each) => each.code === code);
  if (!template) throw new Error(`there is no template ${code}`);
  return template;
}

/** The assessor's form as it was handed in. */
function valuesOf({ points, notes = {} }: ToldScores, { document }: Template) {
  const fields = criteriaOf(document).flatMap(({ key }, index) => [
    [`points.${key}`, points[index] ?? ''],
    [`note.${key}`, notes[key] ?? ''],
  ]);
  return Object.fromEntries(fields) as Record<string, string>;
}

async function vendorOf(store: Portal['store'], code: string): Promise<number> {
  const [row] = await store.read
    .select({ id: vendors.id })
    .from(vendors)
    .where(eq(vendors.code, code));
  if (!row) throw new Error(`there is no vendor ${code}`);
  return row.id;
}

async function checkOf(store: Portal['store'], code: string, kind: ToldCheck['kind']) {
  const [row] = await store.read
    .select({ id: dueDiligenceChecks.id })
    .from(dueDiligenceChecks)
    .innerJoin(vendors, eq(vendors.id, dueDiligenceChecks.vendorId))
    .where(and(eq(vendors.code, code), eq(dueDiligenceChecks.kind, kind)));
  if (!row) throw new Error(`${code} has no check ${kind}`);
  return row.id;
}

function textsOf(fields: Record<string, number>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
}
