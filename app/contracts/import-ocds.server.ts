import { eq, sql } from 'drizzle-orm';
import { record } from '~/audit/record.server';
import type { Act } from '~/auth/act';
import { withinScope } from '~/auth/scope.server';
import { done, refused, type Outcome, type Reason } from '~/shared/outcome';
import { vendors } from '~db/schema/vendors';
import type { Store, Tx } from '~db/store.server';
import { importContract } from './import-contract.server';
import { fileOfOcds, ocdsFaults, type OcdsContract } from './ocds';

export type OcdsImport = {
  number: string;
  answer: 'created' | 'changed' | 'unchanged' | 'refused';
  reasons: Reason[];
};

/**
 * Takes over contracts of the Open Contracting Data Standard, each by itself: whose supplier and dates are known is
 * imported, the others are refused with every reason. Suppliers are found by name; with `create`, those that are not
 * there become active vendors.
 */
export async function importOcds(
  store: Store,
  act: Act,
  contracts: readonly OcdsContract[],
  { create }: { create: boolean },
): Promise<OcdsImport[]> {
  const answers: OcdsImport[] = [];
  for (const contract of contracts) {
    const outcome = await importOne(store, act, contract, create);
    answers.push(
      outcome.ok
        ? { number: contract.id, answer: outcome.value, reasons: [] }
        : {
            ...{ number: contract.id, answer: 'refused' },
            reasons: outcome.fields ?? [outcome.reason],
          },
    );
  }
  return answers;
}

async function importOne(
  store: Store,
  act: Act,
  contract: OcdsContract,
  create: boolean,
): Promise<Outcome<'created' | 'changed' | 'unchanged'>> {
  const faults = ocdsFaults(contract);
  const [first] = faults;
  if (first) return { ok: false, reason: first, fields: faults };
  const name = contract.suppliers[0] ?? '';
  const code = await store.transact((tx) => vendorNamed(tx, act, name, create));
  if (code === null) return refused('ocds_supplier_unknown', { value: name }, 'suppliers');
  const file = fileOfOcds(contract, code);
  if (!file.ok) return file;
  const imported = await importContract(store, act, file.value);
  return imported.ok ? done(imported.value.contract) : imported;
}

const LONGEST_CODE = 24;

/** The code of the vendor of that name, entered where it may be and is not there. */
async function vendorNamed(
  tx: Tx,
  act: Act,
  name: string,
  create: boolean,
): Promise<string | null> {
  const [known] = await tx
    .select({ code: vendors.code })
    .from(vendors)
    .where(
      sql`lower(${vendors.name}) = ${name.toLowerCase()} and ${withinScope(act.scope, vendors.id)}`,
    );
  if (known) return known.code;
  if (!create) return null;
  const code = await freeCode(tx, codeOf(name));
  const values = { code, name, formerNames: [], status: 'active' as const };
  const [created] = await tx
    .insert(vendors)
    .values({ ...values, createdAt: act.now.toISOString() })
    .returning({ id: vendors.id });
  if (!created) throw new Error('a vendor was not stored');
  await record(tx, act, {
    action: 'vendor.registered',
    entity: 'vendor',
    entityId: created.id,
    vendorId: created.id,
    after: values,
  });
  return code;
}

/** A code from a name: its letters and digits without accents, such as `INFOCENTER-S-A`. */
function codeOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
  const code = plain.replace(/[^A-Z0-9]+/g, '-').replace(/^-|-$/g, '');
  return code.slice(0, LONGEST_CODE) || 'SUPPLIER';
}

async function freeCode(tx: Tx, code: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? code : `${code}-${number}`;
    if ((await tx.$count(vendors, eq(vendors.code, candidate))) === 0) return candidate;
  }
}
