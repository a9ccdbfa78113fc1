import { answerApi } from '~/api/answer.server';
import { listOf } from '~/api/read-resource.server';
import type { ApiArgs } from '~/api/require-token.server';
import { apiResources } from '~/api/resources.server';
import { sendReport } from '~/api/send-report.server';

/** The reports of a vendor, read and sent by programs. */
export async function loader(args: ApiArgs) {
  return answerApi(args, { GET: listOf(apiResources.reports), POST: sendReport });
}

export function action(args: ApiArgs) {
  return loader(args);
}
