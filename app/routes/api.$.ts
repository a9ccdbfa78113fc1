import type { ApiArgs } from '~/api/require-token.server';
import { unknownAddress } from '~/api/unknown-address.server';

/** Every address under `/api` that there is not. */
export function loader(args: ApiArgs) {
  return unknownAddress(args);
}

export function action(args: ApiArgs) {
  return loader(args);
}
