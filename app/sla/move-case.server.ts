import { desc, eq } from 'drizzle-orm';
import { personIdOf, speakerOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { inEachLanguage } from '~/notifications/each-language';
import type { MailParams, MailTemplate } from '~/notifications/mail';
import {
  insiderRecipients,
  queueMail,
  vendorRecipients,
  type Recipient,
} from '~/notifications/queue-mail.server';
import { formatPeriod } from '~/shared/period';
import { reasonText } from '~/shared/reason-text';
import { done, refused, type Outcome } from '~/shared/outcome';
import { breaches, caseEvents, cases } from '~db/schema/cases';
import type { Store, Tx } from '~db/store.server';
import { type CaseChange, type CaseMove, moveCase } from './case';
import { measureInLetter } from './letter-words.server';
import { loadCase, stepOf, type CaseEventRow, type LoadedCase } from './load-case.server';

export type CaseMail = {
  template: MailTemplate;
  /** Who reads it: the other side. */
  to: 'vendor' | 'managers';
  params?: MailParams;
  onceKey?: string;
};

type Move = {
  caseId: number;
  move: CaseMove;
  /** What the person says: a reason, the evidence. */
  text?: string;
  details?: Record<string, unknown>;
  mail: CaseMail;
  asOf?: string;
};

/**
 * Moves a case by its rules, with its event, audit entry and letter, in one transaction. Where what is `also` to be done is
 * refused, the case has not moved.
 */
export async function moveCaseTo(
  store: Store,
  act: Act,
  input: Move,
  also?: (tx: Tx, open: LoadedCase, change: CaseChange) => Promise<Outcome>,
): Promise<Outcome<CaseChange>> {
  const said = reasonText(input.text, { field: 'text', missing: null });
  if (!said.ok) return said;
  const text = said.value;
  return store.transact(async (tx) => {
    const open = await loadCase(tx, act, input.caseId, input.asOf);
    if (!open) return refused('not_found');
    const moved = moveCase(open.facts, input.move, stepOf(act, open, text));
    if (!moved.ok) return moved;
    const change = moved.value;
    await storeChange(tx, act, open, change);
    await tellCase(tx, act, open, {
      kind: change.event,
      ...(input.text !== undefined && { text }),
      details: { asOf: open.today, ...input.details },
    });
    await writeToSide(tx, act, open, {
      ...input.mail,
      params: { text, due: change.dueOn, ...input.mail.params },
    });
    const followed = await also?.(tx, open, change);
    return followed?.ok === false ? followed : done(change);
  });
}

async function storeChange(
  tx: Tx,
  act: Act,
  { row }: LoadedCase,
  { state, dueOn, over, event }: CaseChange,
): Promise<void> {
  const at = act.now.toISOString();
  await tx
    .update(cases)
    .set({
      state,
      dueOn,
      ...(event === 'acknowledged' && { acknowledgedAt: at }),
      ...(event === 'plan_submitted' && { acknowledgedAt: row.acknowledgedAt ?? at }),
      ...(over && { closedAt: at }),
    })
    .where(eq(cases.id, row.id));
  await record(tx, act, {
    action: `case.${event}`,
    entity: 'case',
    entityId: row.id,
    vendorId: row.vendorId,
    before: { state: row.state, dueOn: row.dueOn },
    after: { state, dueOn },
  });
}

export type CaseTelling = Pick<CaseEventRow, 'kind'> &
  Partial<Pick<CaseEventRow, 'text' | 'details' | 'internal'>>;

/** Puts an event into the case's history. */
export async function tellCase(
  tx: Tx,
  act: Act,
  { row }: Pick<LoadedCase, 'row'>,
  { kind, text = null, details = null, internal = false }: CaseTelling,
): Promise<void> {
  await tx.insert(caseEvents).values({
    caseId: row.id,
    at: act.now.toISOString(),
    personId: personIdOf(act),
    kind,
    text,
    details,
    internal,
  });
}

/** Writes to the people of one side of a case; the link leads to its latest breach. */
export async function writeToSide(
  tx: Tx,
  act: Act,
  open: LoadedCase,
  { template, to, params, onceKey }: CaseMail,
): Promise<void> {
  const recipients =
    to === 'vendor'
      ? await vendorRecipients(tx, open.row.vendorId)
      : await insiderRecipients(tx, 'manager', open.row.vendorId);
  const self = personIdOf(act);
  const others = recipients.filter(({ personId }) => personId === null || personId !== self);
  await writeCaseLetter(tx, act, open, others, {
    template,
    ...(params && { params }),
    ...(onceKey !== undefined && { onceKey }),
  });
}

/** A letter about a case to given people. */
export async function writeCaseLetter(
  tx: Tx,
  act: Act,
  open: LoadedCase,
  recipients: Recipient[],
  { template, params, onceKey }: Omit<CaseMail, 'to'>,
): Promise<void> {
  await queueMail(tx, act, recipients, {
    template,
    params: {
      vendor: open.vendor,
      kpi: inEachLanguage((language) => measureInLetter(open.kpi, open.market, language)),
      contract: open.contract,
      period: formatPeriod(open.row.lastPeriod),
      person: act.actor.kind === 'person' ? act.actor.name : '',
      speaker: speakerOf(act, open.vendor),
      ...params,
      link: await linkTo(tx, open),
    },
    vendorId: open.row.vendorId,
    ...(onceKey !== undefined && { onceKey }),
  });
}

async function linkTo(tx: Tx, open: LoadedCase): Promise<string> {
  const [latest] = await tx
    .select({ id: breaches.id })
    .from(breaches)
    .where(eq(breaches.caseId, open.row.id))
    .orderBy(desc(breaches.period))
    .limit(1);
  return latest ? `/breaches/${latest.id}` : '/breaches';
}
