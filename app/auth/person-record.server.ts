import { and, eq, isNull, ne, notInArray, or } from 'drizzle-orm';
import { done, refused, type Outcome } from '~/shared/outcome';
import { people } from '~db/schema/auth';
import { markets } from '~db/schema/markets';
import { vendors } from '~db/schema/vendors';
import type { Tx } from '~db/store.server';
import type { Scope } from './act';
import { isOutside, outsideRoles } from './permission';
import { checkSide, foldName, type PersonFields } from './person';
import { withinScope } from './scope.server';

export type PersonRow = typeof people.$inferSelect;
export type PersonColumns = Pick<
  PersonRow,
  'email' | 'name' | 'role' | 'vendorId' | 'reachMarketId' | 'locale' | 'timeZone'
>;

/** The columns of what was said of a person, once the address is free and vendor and market are known. */
export async function personColumns(
  tx: Tx,
  scope: Scope,
  { vendor, reach, ...fields }: PersonFields,
  before: PersonRow | null,
): Promise<Outcome<PersonColumns>> {
  const side = checkSide({ vendor, reach, role: fields.role });
  if (!side.ok) return side;
  const [taken] = await tx
    .select({ id: people.id })
    .from(people)
    .where(eq(people.email, fields.email));
  if (taken && taken.id !== before?.id)
    return refused('already_exists', { value: fields.email }, 'email');
  const vendorId = vendor === null ? null : await vendorByCode(tx, scope, vendor);
  if (vendorId === undefined) return refused('vendor_unknown', { value: vendor }, 'vendor');
  const name = await checkName(tx, before, fields);
  if (!name.ok) return name;
  const reachMarketId = reach === null ? null : await marketByCode(tx, reach);
  if (reachMarketId === undefined) return refused('market_unknown', { value: reach }, 'reach');
  return done({ ...fields, vendorId, reachMarketId });
}

/**
 * Nobody from outside speaks under the name of one of ours: asked where the name or the side is new, so that who was here
 * first stays who they are.
 */
export async function checkName(
  tx: Tx,
  before: Pick<PersonRow, 'id' | 'name' | 'role'> | null,
  { name, role }: Pick<PersonRow, 'name' | 'role'>,
): Promise<Outcome> {
  const isKept = before !== null && isOutside(before.role) && before.name === name;
  if (!isOutside(role) || isKept) return done();
  const isTaken = await isNameOfOurs(tx, name, before?.id ?? null);
  return isTaken ? refused('name_of_ours', { value: name }, 'name') : done();
}

/** Whether one of ours, other than the person, bears the name, however it is written. */
async function isNameOfOurs(tx: Tx, name: string, except: number | null): Promise<boolean> {
  const ours = await tx
    .select({ name: people.name })
    .from(people)
    .where(
      and(
        notInArray(people.role, [...outsideRoles]),
        except === null ? undefined : ne(people.id, except),
      ),
    );
  return ours.some((each) => foldName(each.name) === foldName(name));
}

async function vendorByCode(tx: Tx, scope: Scope, code: string): Promise<number | undefined> {
  const [row] = await tx
    .select({ id: vendors.id })
    .from(vendors)
    .where(and(eq(vendors.code, code), withinScope(scope, vendors.id)));
  return row?.id;
}

async function marketByCode(tx: Tx, code: string): Promise<number | undefined> {
  const [row] = await tx.select({ id: markets.id }).from(markets).where(eq(markets.code, code));
  return row?.id;
}

/** Holds everybody's standing still until the transaction ends, so that two administrators can't remove each other. */
export async function lockAdministrators(tx: Tx): Promise<number> {
  await tx.lockRow('people', 'role', 'administrator');
  return tx.$count(people, and(eq(people.role, 'administrator'), eq(people.active, true)));
}

/** A person within the scope, ready to be changed. */
export async function personToChange(tx: Tx, scope: Scope, id: number): Promise<PersonRow | null> {
  await tx.lockRow('people', 'id', id);
  const [row] = await tx
    .select()
    .from(people)
    .where(and(eq(people.id, id), peopleWithin(scope)));
  return row ?? null;
}

/** Insiders see all insiders and the people of vendors within their reach; outsiders those of their own vendor. */
export function peopleWithin(scope: Scope) {
  const within = withinScope(scope, people.vendorId);
  return scope.kind === 'reach' ? or(isNull(people.vendorId), within) : within;
}
