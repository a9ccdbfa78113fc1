import { jsonAnswer } from '~/api/answer.server';
import { openApiDocument } from '~/api/openapi.server';
import type { ApiArgs } from '~/api/require-token.server';
import { portalAddress } from '~/settings/setting-queries.server';
import { refuseMethod } from '~/api/answer.server';

/** The description of the interface; it tells nothing of the house, so that tools read it without a token. */
export async function loader({ context }: ApiArgs) {
  return jsonAnswer(openApiDocument(await portalAddress(context.store.read)));
}

export const action = (args: ApiArgs) => refuseMethod(args.request, ['GET']);
