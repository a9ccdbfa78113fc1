import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { everything, visitorAct, type Act } from '~/auth/act';
import { parseListQuery } from '~/shared/list-query';
import { gradeVendor } from '~/vendors/grade-vendor.server';
import { registerVendor } from '~/vendors/register-vendor.server';
import { dueDiligenceChecks } from '~db/schema/diligence';
import { castInto, passChecks, testNow, type CastPerson } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import {
  describe as describeCompany,
  invite,
  mailedTokens,
  must,
} from '../../tests/casts/newcomer';
import { acceptInvitation } from './accept-invitation.server';
import { concludeScoring } from './conclude-scoring.server';
import { decideAdmission } from './decide-admission.server';
import { handInScores } from './hand-in-scores.server';
import { openScoring } from './open-scoring.server';
import { waitOf } from './pipeline';
import { pipelinePage, pipelineSpec } from './pipeline-queries.server';
import { criteriaOf } from './scorecard';
import { usableScorecards } from './scorecard-queries.server';
import { seedScorecards } from './seed-scorecards.server';
import { returnSection, settleSubmission, submitCompany } from './submit-company.server';

const uploads = mkdtempSync(join(tmpdir(), 'mainstay-pipeline-'));
afterAll(() => rmSync(uploads, { recursive: true, force: true }));

/** The instant so many days after the cast's. */
const day = (days: number) => new Date(testNow.getTime() + days * 86_400_000);

it('follows a newcomer from its registration to its admission, each stage since it began', async () => {
  const store = await freshStore();
  const cast = await castInto(store);
  await seedScorecards(store, testNow);
  const { petra, pablo, mona, marek } = cast.person;
  const by = ({ id, name, role }: CastPerson, now = testNow): Act => ({
    actor: { kind: 'person', personId: id, name, role, address: null },
    now,
    scope: everything,
  });
  /** Where the newcomer stands, since when, and what it waits for. */
  const standing = async (code = 'NEW', days = 0) => {
    const at = { today: day(days).toISOString().slice(0, 10), now: day(days).toISOString() };
    const search = parseListQuery(new URLSearchParams(`q=${code}&view=table`), pipelineSpec);
    const rows = await pipelinePage(store.read, everything, search, at);
    const row = rows.find((each) => each.code === code);
    if (!row) throw new Error(`${code} is not on the board`);
    const wait = waitOf(row);
    return [row.stage, row.since, wait.for, wait.count, wait.turn];
  };

  const plain = { code: 'PLAIN', name: 'Plain Freight', country: 'DE' };
  must(await registerVendor(store, by(petra), plain));
  const began = testNow.toISOString();
  expect(await standing('PLAIN')).toEqual(['registered', began, 'invitation', 0, 'us']);

  const { vendorId } = await invite({ store, cast, petra: by(petra, day(1)) });
  const sent = day(1).toISOString();
  expect(await standing()).toEqual(['invited', sent, 'sign_in', 0, 'vendor']);
  const ages = await standing('NEW', 10_000);
  expect(ages).toEqual(['invited', sent, 'new_link', 0, 'us']);

  const [token = ''] = await mailedTokens(store);
  const door = visitorAct(day(2), null);
  const origin = { address: null, agent: 'test' };
  must(await acceptInvitation(store, door, { token, password: '', from: origin }));
  const joined = day(2).toISOString();
  expect(await standing()).toEqual(['filling_in', joined, 'description', 0, 'vendor']);

  const nina = await describeCompany({ store, cast }, vendorId, uploads);
  must(await submitCompany(store, { ...nina, now: day(3) }, vendorId));
  const submitted = day(3).toISOString();
  expect(await standing()).toEqual(['screening', submitted, 'tier', 0, 'us']);

  for (const section of ['profile', 'contacts'] as const)
    must(await returnSection(store, by(petra, day(4)), vendorId, section, { remark: 'Which?' }));
  const returned = day(4).toISOString();
  expect(await standing()).toEqual(['filling_in', returned, 'parts', 2, 'vendor']);

  must(await submitCompany(store, { ...nina, now: day(5) }, vendorId));
  const answers = { spend: '2', criticality: '2', dataAccess: '1', replaceability: '2' };
  must(await gradeVendor(store, by(petra, day(5)), vendorId, answers));
  const again = day(5).toISOString();
  expect(await standing()).toEqual(['screening', again, 'reading', 0, 'us']);
  must(await settleSubmission(store, by(petra, day(6)), vendorId));
  expect((await standing()).slice(0, 2)).toEqual(['screening', again]);

  await store.transact((tx) => tx.delete(dueDiligenceChecks));
  expect((await standing()).slice(2)).toEqual(['checks_to_open', 0, 'us']);
  await passChecks(store, vendorId);
  const settledAt = day(7).toISOString();
  await store.transact((tx) => tx.update(dueDiligenceChecks).set({ settledAt }));
  expect(await standing()).toEqual(['assessment', settledAt, 'assessment', 0, 'us']);

  const five = (await usableScorecards(store.read)).find(({ code }) => code === 'five-dimensions');
  const scoringId = must(
    await openScoring(store, by(petra, day(8)), {
      vendorId,
      assessorIds: [pablo.id, mona.id],
      input: { versionId: String(five?.id), cause: 'admission', dueOn: '2024-03-31' },
    }),
  );
  expect((await standing()).slice(2)).toEqual(['scores', 2, 'us']);
  const values = Object.fromEntries(
    criteriaOf(five!.document).map(({ key }) => [`points.${key}`, '4']),
  );
  for (const person of [pablo, mona])
    must(await handInScores(store, by(person, day(9)), { scoringId, values, isFinal: true }));
  expect(await standing()).toEqual(['assessment', settledAt, 'conclusion', 0, 'us']);
  must(await concludeScoring(store, by(petra, day(10)), scoringId));
  const concluded = day(10).toISOString();
  expect(await standing()).toEqual(['decision', concluded, 'decision_second_person', 0, 'us']);

  must(
    await decideAdmission(store, by(marek, day(11)), {
      vendorId,
      input: { decision: 'conditional', reason: 'One depot is thin' },
      conditions: [
        { title: 'A second depot', side: 'vendor', ownerName: 'Nina', dueOn: '2024-06-30' },
      ],
    }),
  );
  const decided = day(11).toISOString();
  expect(await standing()).toEqual(['admitted', decided, 'conditions', 1, 'vendor']);
}, 30_000);
