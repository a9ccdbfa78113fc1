import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { countRunningWork } from '~/jobs/running-work.server';

/** How much background work is under way for the person: asked while the frame shows some. */
export async function loader(args: LoaderFunctionArgs) {
  const { person, reader } = await requirePerson(args);
  return { running: await countRunningWork(reader, person) };
}
