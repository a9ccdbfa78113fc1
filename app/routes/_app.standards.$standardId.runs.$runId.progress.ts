import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { contractsOfRun, findRun } from '~/contracts/standard-queries.server';
import { found, recordId } from '~/shared/record-id';

/** How far a standard has been carried to its contracts: asked by the run's page while some wait. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope } = await requirePerson(args, 'standards.read');
  const standardId = recordId(args.params['standardId']);
  const run = found(await findRun(reader, standardId, recordId(args.params['runId'])));
  const rows = await contractsOfRun(reader, scope, run.id);
  const waiting = rows.filter(({ state }) => state === 'waiting').length;
  return {
    state: waiting === 0 ? ('done' as const) : ('running' as const),
    done: rows.length - waiting,
    total: rows.length,
  };
}
