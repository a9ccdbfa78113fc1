import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { contractsOfRun, findRun } from '~/contracts/standard-queries.server';
import { isUnderWay } from '~/jobs/standard-work.server';
import { found, recordId } from '~/shared/record-id';
import type { Reader } from '~db/store.server';

async function stateOf(reader: Reader, runId: number, waiting: number) {
  if (waiting === 0) return 'done' as const;
  return (await isUnderWay(reader, runId)) ? ('running' as const) : ('failed' as const);
}

/** How far a standard has been carried to its contracts: asked by the run's page while some wait. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope } = await requirePerson(args, 'standards.read');
  const standardId = recordId(args.params['standardId']);
  const run = found(await findRun(reader, standardId, recordId(args.params['runId'])));
  const rows = await contractsOfRun(reader, scope, run.id);
  const waiting = rows.filter(({ state }) => state === 'waiting').length;
  return {
    state: await stateOf(reader, run.id, waiting),
    done: rows.length - waiting,
    total: rows.length,
  };
}
