import { turnOf } from '~/auth/act';
import type { Visit } from '~/auth/require-person.server';
import type { FileWriter, PortalContext } from '~/context';

/** What writes a file in the visitor's turn; answers 429 with words while as many of theirs wait as may. */
export function fileWriter(
  { context }: { context: Pick<PortalContext, 'filesFor' | 'left'> },
  { act, t }: Pick<Visit, 'act' | 't'>,
): FileWriter {
  const writer = context.filesFor(turnOf(act), context.left);
  if (writer) return writer;
  throw new Response(t('errors:files_waiting'), {
    status: 429,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '10' },
  });
}
