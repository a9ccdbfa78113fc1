import { answerApi } from '~/api/answer.server';
import { listOf } from '~/api/read-resource.server';
import type { ApiArgs } from '~/api/require-token.server';
import { resourceNamed } from '~/api/resources.server';
import { unknownAddress } from '~/api/unknown-address.server';

/** A list of the interface for programs. */
export async function loader(args: ApiArgs) {
  const resource = resourceNamed(args.params['resource']);
  return resource ? answerApi(args, { GET: listOf(resource) }) : unknownAddress(args);
}

export function action(args: ApiArgs) {
  return loader(args);
}
