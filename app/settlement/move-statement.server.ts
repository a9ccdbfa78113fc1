import { and, eq, lt } from 'drizzle-orm';
import { personIdOf, type Act } from '~/auth/act';
import { record } from '~/audit/record.server';
import { withinScope } from '~/auth/scope.server';
import type { MailTemplate } from '~/notifications/mail';
import { insiderRecipients, queueMail, vendorRecipients } from '~/notifications/queue-mail.server';
import { reasonText } from '~/shared/reason-text';
import { formatMinor } from '~/shared/money';
import { done, refused, type Outcome } from '~/shared/outcome';
import { formatPeriod } from '~/shared/period';
import { contracts } from '~db/schema/contracts';
import { statementEvents, statements } from '~db/schema/settlement';
import { vendors } from '~db/schema/vendors';
import type { Store, Tx } from '~db/store.server';
import { LONGEST_NUMBER } from './credit-line';
import { applyCredits } from './apply-credits.server';
import { refreshStatements } from './refresh-statements.server';
import {
  isOpen,
  moveStatement,
  type StatementAction,
  type StatementParty,
  type StatementState,
} from './statement';

export type StatementMove = {
  statementId: number;
  action: StatementAction;
  text?: string;
  /** The total that was looked at, in minor units: another one by now is not what was meant. */
  seenMinor?: number | null;
};

type Loaded = {
  row: typeof statements.$inferSelect;
  vendor: string;
  contract: string;
};

/**
 * Moves a statement by its rules, with its event, audit entry and letter, in one transaction. Statements go out in the
 * order of their months (`statement_earlier_open`), and nobody agrees to another total than the one looked at
 * (`statement_changed`). Settled, the credits on it count as applied against its invoice.
 */
export async function moveStatementTo(
  store: Store,
  act: Act,
  { statementId, action, text = '', seenMinor = null }: StatementMove,
): Promise<Outcome<StatementState>> {
  const read = reasonText(
    text,
    action === 'settle'
      ? { field: 'invoiceNumber', missing: null, max: LONGEST_NUMBER }
      : { field: 'reason', missing: null },
  );
  if (!read.ok) return read;
  const said = read.value;
  return store.transact(async (tx) => {
    const statement = await loadStatement(tx, act, statementId);
    if (!statement) return refused('not_found');
    const { row } = statement;
    const moved = moveStatement(row, action, { by: statementPartyOf(act), text: said });
    if (!moved.ok) return moved;
    if (seenMinor !== null && seenMinor !== row.totalMinor) return refused('statement_changed');
    if (action === 'send' && (await hasEarlierOpen(tx, row)))
      return refused('statement_earlier_open');
    await writeState(tx, act, row, moved.value, said);
    if (action === 'settle') await applyCredits(tx, act, row, said);
    await writeLetter(tx, act, statement, action, said);
    return done(moved.value);
  });
}

/** Who acts on a statement. */
export function statementPartyOf({ actor }: Act): StatementParty {
  if (actor.kind !== 'person') return 'ours';
  if (actor.role === 'vendor') return 'vendor';
  return actor.role === 'procurement' ? 'procurement' : 'ours';
}

/** The statement, its contract locked and its sums up to date; null where it is not there or out of scope. */
async function loadStatement(tx: Tx, act: Act, statementId: number): Promise<Loaded | null> {
  const [asked] = await tx
    .select({ contractId: statements.contractId })
    .from(statements)
    .where(and(eq(statements.id, statementId), withinScope(act.scope, statements.vendorId)));
  if (!asked) return null;
  await tx.lockRow('contracts', 'id', asked.contractId);
  await refreshStatements(tx, [asked.contractId]);
  const [found] = await tx
    .select({ row: statements, vendor: vendors.name, contract: contracts.number })
    .from(statements)
    .innerJoin(vendors, eq(vendors.id, statements.vendorId))
    .innerJoin(contracts, eq(contracts.id, statements.contractId))
    .where(eq(statements.id, statementId));
  if (!found) return null;
  // A draft is ours alone: to its vendor it is not there yet.
  return act.scope.kind === 'vendor' && found.row.state === 'draft' ? null : found;
}

async function hasEarlierOpen(tx: Tx, row: Loaded['row']): Promise<boolean> {
  const earlier = await tx
    .select({ state: statements.state })
    .from(statements)
    .where(and(eq(statements.contractId, row.contractId), lt(statements.period, row.period)));
  return earlier.some(({ state }) => isOpen(state));
}

async function writeState(
  tx: Tx,
  act: Act,
  row: Loaded['row'],
  state: StatementState,
  said: string,
): Promise<void> {
  const at = act.now.toISOString();
  await tx
    .update(statements)
    .set({
      state,
      ...(state === 'sent' && { sentAt: at }),
      ...(state === 'agreed' && { agreedAt: at }),
      ...(state === 'settled' && { settledAt: at, invoiceNumber: said === '' ? null : said }),
    })
    .where(eq(statements.id, row.id));
  if (state !== 'draft')
    await tx.insert(statementEvents).values({
      statementId: row.id,
      at,
      personId: personIdOf(act),
      kind: state,
      text: said === '' ? null : said,
    });
  await record(tx, act, {
    action: `statement.${state}`,
    entity: 'statement',
    entityId: row.id,
    vendorId: row.vendorId,
    before: { state: row.state },
    after: {
      state,
      period: formatPeriod(row.period),
      total: formatMinor(row.totalMinor, row.currency),
      currency: row.currency,
      ...(said !== '' && { said }),
    },
  });
}

const LETTERS: Record<StatementAction, { template: MailTemplate; to: 'vendor' | 'procurement' }> = {
  send: { template: 'statementSent', to: 'vendor' },
  agree: { template: 'statementAgreed', to: 'procurement' },
  dispute: { template: 'statementDisputed', to: 'procurement' },
  settle: { template: 'statementSettled', to: 'vendor' },
};

async function writeLetter(
  tx: Tx,
  act: Act,
  { row, vendor, contract }: Loaded,
  action: StatementAction,
  said: string,
): Promise<void> {
  const { template, to } = LETTERS[action];
  const recipients =
    to === 'vendor'
      ? await vendorRecipients(tx, row.vendorId)
      : await insiderRecipients(tx, to, row.vendorId);
  await queueMail(tx, act, recipients, {
    template,
    params: {
      vendor,
      contract,
      period: formatPeriod(row.period),
      total: formatMinor(row.totalMinor, row.currency),
      currency: row.currency,
      person: act.actor.kind === 'person' ? act.actor.name : '',
      text: said,
      invoice: action === 'settle' && said !== '' ? said : '–',
      link: `/statements/${row.id}`,
    },
    vendorId: row.vendorId,
  });
}
