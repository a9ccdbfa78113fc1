import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { findContract } from '~/contracts/contract-queries.server';
import { wholeContract } from '~/contracts/whole-contract.server';
import { found, notFound, recordId } from '~/shared/record-id';

/** A contract as the document that `contract import` takes. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, person } = await requirePerson(args, 'contracts.read');
  if (person.role === 'vendor') throw notFound();
  const contractId = recordId(args.params['contractId']);
  const contract = found(await findContract(reader, scope, contractId));
  const document = await wholeContract(reader, scope, contract);
  const name = contract.number.replace(/[^\w.-]+/g, '_');
  return new Response(`${JSON.stringify(document, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.json"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
