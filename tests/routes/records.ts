import { record } from '~/audit/record.server';
import { commandAct } from '~/auth/act';
import { openSession, tokenHash } from '~/auth/session.server';
import { keepUpload } from '~/documents/upload-folder.server';
import { usualRatingBands } from '~/packs/rating';
import type { Pack } from '~/packs/pack';
import { packParts, type PackPart } from '~/packs/section';
import { productScorecards } from '~/onboarding/product-scorecards';
import type { Scorecard } from '~/onboarding/scorecard';
import { periodOf } from '~/shared/period';
import { randomId } from '~db/columns';
import { actions } from '~db/schema/actions';
import { accessTokens } from '~db/schema/api';
import { auditEntries } from '~db/schema/audit';
import { documents } from '~db/schema/documents';
import {
  amendments,
  contractFees,
  contractSteps,
  contractVersions,
  slaTermVersions,
} from '~db/schema/contracts';
import { proposalCauses, proposals, sourcingGaps, switchPlans } from '~db/schema/fallback';
import { vendorIdentifiers } from '~db/schema/identifiers';
import { work } from '~db/schema/jobs';
import { vendorImports } from '~db/schema/vendor-imports';
import { headerMappings, readings, reportFindings, reports, uploads } from '~db/schema/kpi';
import { mails } from '~db/schema/notifications';
import {
  assessments,
  scorecards,
  scorecardVersions,
  scoringAnswers,
  scoringAssessors,
  scoringRemarks,
  scorings,
} from '~db/schema/onboarding';
import { reviewComments, reviewDecisions, reviewItems } from '~db/schema/review-records';
import { reviewPacks, reviews } from '~db/schema/reviews';
import { risks } from '~db/schema/risks';
import { breaches, caseEvents, cases } from '~db/schema/cases';
import { creditEntries, creditPeriods, evaluations, excusals } from '~db/schema/sla';
import { savedViews } from '~db/schema/views';
import { manualEntries, statements } from '~db/schema/settlement';
import { subcontractors, vendorChanges, vendorInvitations } from '~db/schema/self-service';
import { certificates, contacts, offerings, vendors } from '~db/schema/vendors';
import { checkEvents, checkEvidence, dueDiligenceChecks } from '~db/schema/diligence';
import { screeningHits } from '~db/schema/screening';
import { desc, eq } from 'drizzle-orm';
import type { PortalContext } from '~/context';
import type { Tx } from '~db/store.server';
import { testNow, type Cast, type CastPerson, type CastVendor } from '../cast';

/** Stands in every text that is ours alone: no answer to a vendor may hold it. */
export const OURS_ALONE = 'ours-alone';

const at = testNow.toISOString();
const card = productScorecards['maturity'] as Scorecard;
const december = periodOf(2023, 12);

/**
 * Gives a vendor of the cast one record of every kind. The answer has, for every parameter that a route may have, the id
 * of the vendor's record of that kind.
 */
export async function recordEverything(
  { store, uploads }: Pick<PortalContext, 'store' | 'uploads'>,
  cast: Cast,
  vendor: CastVendor,
  person: CastPerson,
) {
  const session = await openSession(store, person.id, { address: '192.0.2.1', agent: 'test' });
  const file = `period,kpi,value\n2023-12,OTD_PCT,64\n${vendor.code}\n`;
  const sha256 = await keepUpload(uploads, new TextEncoder().encode(file));
  return store.transact(async (tx) => ({
    vendorId: vendor.id,
    contractId: vendor.contractId,
    termId: vendor.termId,
    personId: person.id,
    sessionId: tokenHash(session),
    ...(await registers(tx, cast, vendor)),
    ...(await reporting(tx, cast, vendor, { person, sha256 })),
    ...(await failures(tx, cast, vendor, person)),
    ...(await takeOver(tx, cast, vendor, person)),
    ...(await around(tx, vendor, person)),
    ...(await agreement(tx, vendor)),
    ...(await papers(tx, vendor, { person, sha256 })),
    ...(await diligence(tx, vendor)),
    ...(await selfService(tx, vendor, person)),
    ...(await reviewing(tx, vendor)),
    ...(await programs(tx, vendor, person)),
  }));
}

export type Records = Awaited<ReturnType<typeof recordEverything>>;

/** An access token, and the records that programs know by keys of their own. */
async function programs(tx: Tx, { id, contractId, termId }: CastVendor, person: CastPerson) {
  const tokenId = randomId();
  await tx.insert(accessTokens).values({
    ...{ id: tokenId, personId: person.id, name: person.name, readOnly: true, createdAt: at },
    ...{ tokenHash: tokenHash(String(tokenId)), ending: 'abcd', expiresAt: '2999-01-01' },
  });
  const [reading] = await tx
    .select({ reportId: readings.reportId })
    .from(readings)
    .where(eq(readings.vendorId, id));
  return {
    tokenId,
    readingId: `${reading?.reportId ?? 0}-0`,
    creditId: `${contractId}-2023-12`,
    evaluationKey: `${termId}-2023-12`,
  };
}

/** An amendment that is ours alone until it is approved, and a version to be read. */
async function agreement(tx: Tx, { contractId }: CastVendor) {
  const [amendmentId, versionId] = [randomId(), randomId()];
  await tx.insert(amendments).values({
    ...{ id: amendmentId, contractId, number: 1, state: 'proposed', changes: [], createdAt: at },
    ...{ reason: OURS_ALONE, effectiveFrom: '2024-02-01' },
  });
  await tx.insert(contractVersions).values({
    ...{ id: versionId, contractId, version: 1, reason: OURS_ALONE, createdAt: at },
    effectiveFrom: '2023-01-01',
    document: { title: 'Line-haul', terms: [] },
  });
  await tx.insert(contractSteps).values({
    ...{ contractId, step: 'returned', personName: 'Mona', remarks: OURS_ALONE, at },
  });
  // A secret that nobody has: the address of a calendar is not found without its own.
  return { amendmentId, versionId, feedToken: randomId() };
}

async function registers(tx: Tx, cast: Cast, { id: vendorId, code }: CastVendor) {
  const [contactId, assessmentId, riskId] = [randomId(), randomId(), randomId()];
  const identifierId = randomId();
  await tx.update(vendors).set({ note: OURS_ALONE }).where(eq(vendors.id, vendorId));
  const escalation = { vendorId, role: 'escalation', level: 1 } as const;
  await tx
    .insert(contacts)
    .values({ ...escalation, id: contactId, side: 'vendor', name: `${code} desk`, phone: '1' });
  await tx.insert(vendorIdentifiers).values({
    id: identifierId,
    vendorId,
    kind: 'duns',
    value: String(vendorId).slice(-9),
    enteredAt: at,
  });
  await tx.insert(assessments).values({
    id: assessmentId,
    vendorId,
    scorecard: OURS_ALONE,
    total: '61',
    result: 'conditional',
    assessedOn: '2023-06-01',
    validUntil: '2025-06-01',
  });
  await tx.insert(risks).values({
    id: riskId,
    vendorId,
    category: 'financial',
    title: OURS_ALONE,
    likelihood: 3,
    impact: 4,
    residualLikelihood: 2,
    residualImpact: 4,
    reviewedOn: '2023-12-01',
  });
  const [versionId, scorecardId, scoringId, remarkId] = [
    randomId(),
    randomId(),
    randomId(),
    randomId(),
  ];
  await tx.insert(scorecards).values({ id: scorecardId, code: `card-${code}`, createdAt: at });
  await tx.insert(scorecardVersions).values({
    id: versionId,
    scorecardId,
    version: 1,
    state: 'published',
    document: card,
    createdAt: at,
  });
  await tx.insert(scorings).values({
    id: scoringId,
    vendorId,
    versionId,
    cause: 'on_demand',
    state: 'concluded',
    dueOn: '2024-01-31',
    openedAt: at,
    total: '61',
    result: 'conditional',
    concludedAt: at,
    releasedAt: at,
  });
  await tx
    .insert(scoringRemarks)
    .values({ id: remarkId, scoringId, kind: 'appeal', text: code, at });
  const assessorId = randomId();
  const { mona } = cast.person;
  await tx
    .insert(scoringAssessors)
    .values({ id: assessorId, scoringId, personId: mona.id, dueOn: '2024-01-31', submittedAt: at });
  await tx
    .insert(scoringAnswers)
    .values({ assessorId, criterion: 'maturity1', points: '3', note: OURS_ALONE });
  const [offering] = await tx.select().from(offerings).where(eq(offerings.vendorId, vendorId));
  const [certificate] = await tx
    .select()
    .from(certificates)
    .where(eq(certificates.vendorId, vendorId));
  return {
    contactId,
    identifierId,
    assessmentId,
    riskId,
    versionId,
    scoringId,
    remarkId,
    offeringId: offering?.id ?? 0,
    certificateId: certificate?.id ?? 0,
    serviceId: cast.service.haulage.id,
  };
}

async function reporting(
  tx: Tx,
  cast: Cast,
  { id: vendorId, code }: CastVendor,
  { person, sha256 }: { person: CastPerson; sha256: string },
) {
  const [uploadId, reportId, mappingId, workId] = [randomId(), randomId(), randomId(), randomId()];
  await tx.insert(uploads).values({
    id: uploadId,
    vendorId,
    sha256,
    fileName: `${code}-2023-12.csv`,
    mediaType: 'text/csv',
    bytes: 40,
    receivedAt: at,
    receivedBy: person.id,
  });
  await tx.insert(reports).values({
    id: reportId,
    vendorId,
    uploadId,
    state: 'submitted',
    source: 'vendor_report',
    channel: 'file',
    firstPeriod: december,
    lastPeriod: december,
    warningCount: 1,
    createdAt: at,
    createdBy: person.id,
    submittedAt: at,
    submittedBy: person.id,
  });
  const [finding] = await tx
    .insert(reportFindings)
    .values({ reportId, severity: 'warning', code: 'repeated_value', row: 2, column: 3 })
    .returning();
  await tx.insert(headerMappings).values({
    id: mappingId,
    vendorId,
    fingerprint: `${code}-fingerprint`,
    mapping: {},
    changedAt: at,
  });
  await tx.insert(work).values({
    id: workId,
    kind: 'read_report',
    personId: person.id,
    vendorId,
    input: { reportId },
    state: 'done',
    createdAt: at,
  });
  const importId = randomId();
  await tx.insert(vendorImports).values({
    ...{ id: importId, workId, sha256, fileName: `${code}.csv`, addsCodes: false },
    ...{ state: 'refused', receivedAt: at, receivedBy: person.id, faultCount: 1 },
    faults: [{ row: 2, column: 'code', reason: { code: 'required', params: { value: code } } }],
  });
  return {
    importId,
    uploadId,
    reportId,
    mappingId,
    workId,
    findingId: finding?.id ?? 0,
    kpiId: cast.kpi.onTime.id,
  };
}

async function failures(tx: Tx, cast: Cast, vendor: CastVendor, person: CastPerson) {
  const { id: vendorId, contractId, termId } = vendor;
  const [evaluationId, caseId, breachId, excusalId] = [
    randomId(),
    randomId(),
    randomId(),
    randomId(),
  ];
  const kpiId = cast.kpi.onTime.id;
  const [version] = await tx
    .select()
    .from(slaTermVersions)
    .where(eq(slaTermVersions.termId, termId));
  await tx.insert(evaluations).values({
    id: evaluationId,
    contractId,
    vendorId,
    termId,
    versionId: version?.id ?? 0,
    kpiId,
    period: december,
    outcome: 'breached',
    kind: 'value',
    severity: 'critical',
    measured: '64',
    shortfall: '16',
    run: 1,
    points: '4',
    triggers: [],
    creditMinor: 1_000_000,
    cappedMinor: 1_000_000,
    issuedMinor: 1_000_000,
    working: {},
    evaluatedAt: at,
    asOf: '2024-01-12',
  });
  await tx.insert(cases).values({
    id: caseId,
    termId,
    contractId,
    vendorId,
    kpiId,
    state: 'open',
    severity: 'critical',
    firstPeriod: december,
    lastPeriod: december,
    breachCount: 1,
    openedOn: '2024-01-10',
  });
  await tx.insert(breaches).values({
    id: breachId,
    termId,
    period: december,
    contractId,
    vendorId,
    kpiId,
    caseId,
    evaluationId,
    kind: 'value',
    severity: 'critical',
    openedOn: '2024-01-10',
  });
  await tx.insert(caseEvents).values([
    { caseId, at, kind: 'opened' },
    { caseId, at, kind: 'replied', personId: person.id, text: `Reply of ${vendor.code}` },
    { caseId, at, kind: 'proposal_made', text: OURS_ALONE, internal: true },
  ]);
  await tx.insert(excusals).values({
    id: excusalId,
    contractId,
    kpiId,
    firstPeriod: periodOf(2023, 1),
    lastPeriod: periodOf(2023, 1),
    kind: 'force_majeure',
    reason: 'Flood',
    agreedBy: 'Mona Manager',
    createdAt: at,
  });
  const credit = { contractId, period: december, currency: 'EUR' };
  await tx.insert(contractFees).values({ contractId, period: december, feeMinor: 10_000_000 });
  await tx.insert(creditPeriods).values({
    ...credit,
    vendorId,
    grossMinor: 1_000_000,
    cappedMinor: 1_000_000,
    issuedMinor: 1_000_000,
    returnedMinor: 0,
    state: 'calculated',
  });
  await tx.insert(creditEntries).values({
    ...credit,
    kind: 'calculated',
    amountMinor: 1_000_000,
    postedAt: at,
    asOf: '2024-01-12',
  });
  const statementId = randomId();
  const none = { bonusMinor: 0, correctionMinor: 0, carriedMinor: 0 };
  await tx.insert(statements).values({
    id: statementId,
    contractId,
    vendorId,
    period: december,
    currency: 'EUR',
    state: 'sent',
    ...none,
    feeMinor: 10_000_000,
    creditMinor: 0,
    totalMinor: 10_000_000,
    draftedAt: at,
  });
  const entryId = randomId();
  await tx.insert(manualEntries).values({
    ...{ id: entryId, contractId, vendorId, period: december, currency: 'EUR', kind: 'penalty' },
    ...{ amountMinor: 50_000, reason: OURS_ALONE, evidence: OURS_ALONE, state: 'proposed' },
    proposedAt: at,
  });
  return { evaluationId, caseId, breachId, excusalId, statementId, entryId, period: '2023-12' };
}

async function takeOver(tx: Tx, cast: Cast, vendor: CastVendor, person: CastPerson) {
  const [proposalId, planId, actionId] = [randomId(), randomId(), randomId()];
  const { haulage } = cast.service;
  await tx.insert(proposals).values({
    id: proposalId,
    vendorId: vendor.id,
    serviceId: haulage.id,
    marketId: cast.market.france.id,
    marketKey: cast.market.france.id,
    state: 'accepted',
    asOf: '2024-01-12',
    snapshot: { note: OURS_ALONE },
    candidateCount: 1,
    createdAt: at,
  });
  const asked = { kind: 'on_demand', on: '2024-01-12' } as const;
  await tx.insert(proposalCauses).values({
    proposalId,
    kind: asked.kind,
    key: 'on_demand',
    cause: { ...asked, personId: person.id, personName: OURS_ALONE },
    personId: person.id,
    joinedOn: asked.on,
  });
  await tx.insert(switchPlans).values({
    id: planId,
    proposalId,
    candidateId: cast.vendor.polar.id,
    sharePercent: '25',
    state: 'running',
    startedOn: '2024-01-12',
  });
  await tx
    .insert(sourcingGaps)
    .values({ proposalId, serviceId: haulage.id, openedOn: '2024-01-12' });
  await tx.insert(actions).values({
    id: actionId,
    vendorId: vendor.id,
    origin: 'switch',
    originId: planId,
    title: OURS_ALONE,
    side: 'ours',
    ownerId: person.id,
    createdAt: at,
  });
  return { proposalId, planId, actionId, marketId: cast.market.france.id };
}

async function around(tx: Tx, vendor: CastVendor, person: CastPerson) {
  const mailId = randomId();
  await tx.insert(mails).values({
    id: mailId,
    toAddress: person.email,
    toPersonId: person.id,
    locale: 'en',
    template: 'reportDueSoon',
    params: {},
    subject: `To ${vendor.name}`,
    body: OURS_ALONE,
    vendorId: vendor.id,
    state: 'kept',
    nextAttemptAt: at,
    createdAt: at,
  });
  await record(tx, commandAct(testNow), {
    action: 'vendor.changed',
    entity: 'vendor',
    entityId: vendor.id,
    vendorId: vendor.id,
    after: { note: OURS_ALONE },
  });
  const [entry] = await tx
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.sequence))
    .limit(1);
  const viewId = randomId();
  const saved = { list: '/breaches', name: OURS_ALONE, search: '' };
  await tx.insert(savedViews).values({ id: viewId, personId: person.id, ...saved, createdAt: at });
  return { viewId, mailId, sequence: entry?.sequence ?? 0 };
}

async function papers(
  tx: Tx,
  { id: vendorId, code }: CastVendor,
  { person, sha256 }: { person: CastPerson; sha256: string },
) {
  const documentId = randomId();
  const kept = {
    vendorId,
    subjectKind: 'vendor',
    subjectId: vendorId,
    kind: 'other',
    mediaType: 'text/plain',
    bytes: 40,
    sha256,
    uploadedAt: at,
    uploadedBy: person.id,
  } as const;
  await tx.insert(documents).values([
    {
      ...kept,
      id: documentId,
      title: `Paper of ${code}`,
      fileName: `${code}.txt`,
      internal: false,
      uploadedSide: 'vendor',
    },
    {
      ...kept,
      title: OURS_ALONE,
      fileName: `${OURS_ALONE}.txt`,
      internal: true,
      uploadedSide: 'ours',
    },
  ]);
  return { documentId };
}

async function diligence(tx: Tx, vendor: CastVendor) {
  const [checkId, evidenceId, hitId] = [randomId(), randomId(), randomId()];
  await tx.insert(dueDiligenceChecks).values({
    id: checkId,
    vendorId: vendor.id,
    kind: 'sanctions',
    state: 'in_progress',
    finding: OURS_ALONE,
    openedAt: at,
  });
  await tx.insert(checkEvents).values({ checkId, at, kind: 'opened', text: OURS_ALONE });
  await tx.insert(checkEvidence).values({
    id: evidenceId,
    checkId,
    kind: 'note',
    title: OURS_ALONE,
    note: OURS_ALONE,
    addedAt: at,
  });
  await tx.insert(screeningHits).values({
    id: hitId,
    vendorId: vendor.id,
    subject: 'name',
    subjectName: vendor.name,
    source: 'TEST',
    reference: vendor.code,
    entry: {
      name: OURS_ALONE,
      matched: OURS_ALONE,
      aliases: [],
      kind: 'entity',
      countries: [],
      program: null,
      listedOn: '2024-01-01',
    },
    score: 90,
    reasons: ['spelling'],
    fingerprint: 'x',
    state: 'open',
    foundAt: at,
  });
  return { checkId, evidenceId, hitId };
}

async function selfService(tx: Tx, { id: vendorId, code }: CastVendor, person: CastPerson) {
  const [subcontractorId, changeId, invitationId] = [randomId(), randomId(), randomId()];
  await tx.insert(subcontractors).values({
    id: subcontractorId,
    vendorId,
    name: `${code} partner`,
    work: 'Last mile',
    country: 'FR',
    dataAccess: 'internal',
  });
  await tx.insert(vendorChanges).values({
    id: changeId,
    vendorId,
    kind: 'certificate',
    input: { kind: 'ISO 14001' },
    state: 'open',
    proposedAt: at,
    proposedBy: person.id,
  });
  await tx.insert(vendorInvitations).values({
    id: invitationId,
    vendorId,
    personId: person.id,
    serviceIds: [],
    invitedAt: at,
    sentAt: at,
    expiresAt: at,
    acceptedAt: at,
  });
  return { subcontractorId, changeId, invitationId };
}

/** A review whose pack is frozen in both its parts. */
async function reviewing(tx: Tx, vendor: CastVendor) {
  const reviewId = randomId();
  await tx.insert(reviews).values({
    ...{ id: reviewId, vendorId: vendor.id, quarter: periodOf(2023, 10), state: 'frozen' },
    ...{ meetsAt: '2024-01-30T14:00:00.000Z', minutes: 60, timeZone: 'Europe/Paris' },
    ...{ calendarUid: `review-${reviewId}@mainstay`, frozenAt: at, createdAt: at },
  });
  const packs = packParts.map((part) => JSON.stringify(emptyPack(vendor, part)));
  await tx.insert(reviewPacks).values(
    packParts.map((part, index) => ({
      ...{ reviewId, part, body: packs[index] ?? '', sha256: 'x', frozenAt: at },
    })),
  );
  const [itemId, decisionId] = [randomId(), randomId()];
  await tx.insert(reviewItems).values({
    ...{ id: itemId, reviewId, kind: 'item', side: 'vendor', title: vendor.code, writtenAt: at },
  });
  await tx.insert(reviewDecisions).values({
    ...{ id: decisionId, reviewId, agenda: 'sla', kind: 'decision', text: OURS_ALONE },
    decidedAt: at,
  });
  await tx.insert(reviewComments).values({
    ...{ reviewId, sectionId: 'satisfaction', side: 'ours', internal: true, text: OURS_ALONE },
    writtenAt: at,
  });
  return { reviewId, itemId, decisionId };
}

function emptyPack({ id, code, name }: CastVendor, part: PackPart): Pack {
  const text = part === 'internal' ? OURS_ALONE : code;
  return {
    ...{ version: 1, part, vendor: { id, code, name, country: 'FR', tier: null } },
    ...{ quarter: periodOf(2023, 10), firstPeriod: periodOf(2023, 1), lastPeriod: december },
    ...{ asOf: at, bands: usualRatingBands, summary: [], exceptions: [] },
    sections: [
      {
        ...{ id: part === 'internal' ? 'internal_notes' : 'satisfaction', part, agenda: 'sla' },
        exceptions: [],
        blocks: [
          {
            kind: 'table',
            title: { key: text },
            columns: [{ words: { key: text } }],
            rows: [{ cells: [{ kind: 'text', text }], source: null }],
            empty: { key: text },
          },
        ],
      },
    ],
  };
}
