import type { ActionFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { findDocument } from '~/documents/document-queries.server';
import { removeDocument } from '~/documents/keep-document.server';
import { found, notFound, recordId } from '~/shared/record-id';

/** Takes a document of the vendor itself out of its list. */
export async function action(args: ActionFunctionArgs) {
  const { store, reader, scope, act } = await requirePerson(args, 'vendors.write');
  const vendorId = recordId(args.params['vendorId']);
  const documentId = recordId(args.params['documentId']);
  const { subjectKind, subjectId } = found(await findDocument(reader, scope, documentId));
  if (subjectKind !== 'vendor' || subjectId !== vendorId) throw notFound();
  found((await removeDocument(store, act, documentId)).ok || null);
  return redirectWithNotice(`/vendors/${vendorId}`, { key: 'documents:notice.removed' });
}
