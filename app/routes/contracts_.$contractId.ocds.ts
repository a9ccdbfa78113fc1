import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { findContract } from '~/contracts/contract-queries.server';
import { ocdsState, releasePackage } from '~/contracts/ocds';
import { wholeContract } from '~/contracts/whole-contract.server';
import { found, notFound, recordId } from '~/shared/record-id';

/** A contract as a release of the Open Contracting Data Standard. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, person, now } = await requirePerson(args, 'contracts.read');
  if (person.role === 'vendor') throw notFound();
  const contract = found(await findContract(reader, scope, recordId(args.params['contractId'])));
  const release = releasePackage({
    document: await wholeContract(reader, scope, contract),
    vendor: { code: contract.vendorCode, name: contract.vendorName },
    house: 'Mainstay',
    state: ocdsState(contract.state),
    date: now.toISOString(),
  });
  const name = contract.number.replace(/[^\w.-]+/g, '_');
  return new Response(`${JSON.stringify(release, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}-ocds.json"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
