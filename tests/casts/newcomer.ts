import { eq } from 'drizzle-orm';
import { everything, type Act } from '~/auth/act';
import { changeOwnRecord } from '~/onboarding/change-own-record.server';
import { describeCompany } from '~/onboarding/describe-company.server';
import { inviteNewVendor } from '~/onboarding/invite-vendor.server';
import { invitationsOfVendor } from '~/onboarding/invitation-queries.server';
import { answerWithDocument, keepAnswers } from '~/onboarding/keep-answers.server';
import { questionnaireOf, questionsOf } from '~/onboarding/questionnaire';
import { declareNothing } from '~/onboarding/submit-company.server';
import type { Outcome } from '~/shared/outcome';
import { keepContact } from '~/vendors/keep-contact.server';
import { keepIdentifier } from '~/vendors/keep-identifier.server';
import { people } from '~db/schema/auth';
import { mails } from '~db/schema/notifications';
import type { Store } from '~db/store.server';
import { testNow, type Cast } from '../cast';

/** A firm that nobody knows yet, and whom of it we write to. */
export const invitee = {
  code: 'NEW',
  name: 'New Freight',
  country: 'DE',
  contact: 'Nina New',
  email: 'nina@new.example',
  locale: 'zh-CN',
};

type Scene = { store: Store; cast: Cast; petra: Act };

/** What a verb came to, or a failed test. */
export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.reason.code);
  return outcome.value;
}

/** Invites the firm for a service. */
export async function invite({ store, cast, petra }: Scene) {
  const wanted = [String(cast.service.haulage.id)];
  const { vendorId } = must(await inviteNewVendor(store, petra, invitee, wanted));
  const [invitation] = await invitationsOfVendor(store.read, everything, vendorId);
  return { vendorId, invitationId: invitation!.id };
}

/** The links mailed to the invited person, the latest last. */
export async function mailedTokens(store: Store): Promise<string[]> {
  const rows = await store.read.select().from(mails).where(eq(mails.toAddress, invitee.email));
  return rows.sort((a, b) => a.id - b.id).map(({ body }) => /token=([\w-]+)/.exec(body)?.[1] ?? '');
}

/** A vendor's own person at work. */
export const ownAct = (vendorId: number, now = testNow): Act => ({
  now,
  scope: { kind: 'vendor', vendorId },
  actor: { kind: 'person', personId: 1, name: 'Nina', role: 'vendor', address: null },
});

/** Fills in all that a newcomer is asked for, in its own name. */
export async function describe(
  { store, cast }: Pick<Scene, 'store' | 'cast'>,
  vendorId: number,
  uploads: string,
): Promise<Act> {
  const nina = ownAct(vendorId);
  const profile = { name: 'New Freight', country: 'DE', website: 'new.example' };
  must(await describeCompany(store, nina, vendorId, profile));
  const number = { kind: 'duns', value: '150483782' };
  must(await keepIdentifier(store, nina, vendorId, null, number));
  const input = {
    service: String(cast.service.support.id),
    market: String(cast.market.france.id),
  };
  const offering = { kind: 'offering', recordId: null, input } as const;
  must(await changeOwnRecord(store, nina, vendorId, offering));
  const contact = { side: 'vendor', name: 'A', phone: '1' };
  must(await keepContact(store, nina, vendorId, null, { ...contact, role: 'account_manager' }));
  const escalation = { ...contact, role: 'escalation', level: '1' };
  must(await keepContact(store, nina, vendorId, null, escalation));
  must(await declareNothing(store, nina, vendorId, 'subcontractors', true));
  must(await declareNothing(store, nina, vendorId, 'certificates', true));
  must(await keepAnswers(store, nina, vendorId, everyAnswer(), { whole: true }));
  const file = { name: 'extract.txt', bytes: new TextEncoder().encode('extract') };
  const portal = { store, uploads };
  must(await answerWithDocument(portal, nina, vendorId, 'registration_extract', file));
  return nina;
}

/** A form of the questionnaire that leaves nothing out. */
function everyAnswer(): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const question of questionsOf(questionnaireOf(1))) {
    if (question.kind === 'yes_no') typed[question.id] = 'no';
    if (question.kind === 'choice') typed[question.id] = question.choices.at(-1) ?? '';
    if (question.kind === 'number') typed[question.id] = String(Math.max(1, question.min));
    if (question.kind === 'text') typed[question.id] = 'said';
    if (question.kind === 'date') typed[question.id] = '2023-01-01';
  }
  return typed;
}

/** The kinds of letters that went to an address, in order. */
export async function lettersTo(store: Store, address: string): Promise<string[]> {
  const letters = await store.read.select().from(mails).where(eq(mails.toAddress, address));
  return letters.map(({ template }) => template);
}

/** Whether the invited is somebody who may come in. */
export async function isInviteeActive(store: Store): Promise<boolean | undefined> {
  const [person] = await store.read.select().from(people).where(eq(people.email, invitee.email));
  return person?.active;
}
