import { translate } from '~/locales/i18n.server';
import { refusal } from './refusal.server';
import { requestLanguage, type ApiArgs } from './require-token.server';

/** An address that the interface does not have, as it is told to programs. */
export function unknownAddress({ request }: ApiArgs): Response {
  return refusal(translate(requestLanguage(request)), 404, 'address_unknown', {
    params: { address: new URL(request.url).pathname },
  });
}
