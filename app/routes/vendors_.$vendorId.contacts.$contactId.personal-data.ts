import type { ActionFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { exportContact } from '~/privacy/held-data.server';
import { found, recordId } from '~/shared/record-id';
import { jsonFile } from './shared/json-file.server';

/** All that is held of a vendor's contact, as one file for whoever asked for it; that it was given out is recorded. */
export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'people.manage');
  const vendorId = recordId(args.params['vendorId']);
  const contactId = recordId(args.params['contactId']);
  const data = found(await exportContact(store, act, vendorId, contactId));
  return jsonFile(`personal-data-${data.subject.id}-${dayOf(act.now)}.json`, data);
}
