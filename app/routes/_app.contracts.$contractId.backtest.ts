import { json, type ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { findContract } from '~/contracts/contract-queries.server';
import { found, recordId } from '~/shared/record-id';
import { refused, type Outcome } from '~/shared/outcome';
import { trialOfTerm } from '~/sla/term-trial.server';
import type { TermTrial } from '~/sla/try-term';

/** Tries a term's document on the vendor's last months; nothing is stored. */
export async function action(args: ActionFunctionArgs) {
  const { reader, scope, now } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  found(await findContract(reader, scope, contractId));
  const text = (await args.request.formData()).get('document');
  const outcome = await tried(text, (document) =>
    trialOfTerm(reader, scope, contractId, document, now),
  );
  const isAnswer = outcome.ok || outcome.reason.code === 'term_without_readings';
  return json(outcome, { status: isAnswer ? 200 : 422 });
}

async function tried(
  text: FormDataEntryValue | null,
  attempt: (document: unknown) => Promise<Outcome<TermTrial>>,
): Promise<Outcome<TermTrial>> {
  let document: unknown;
  try {
    document = JSON.parse(typeof text === 'string' ? text : '');
  } catch {
    return refused('document_not_object');
  }
  return attempt(document);
}
