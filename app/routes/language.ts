import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { requirePerson, signedIn } from '~/auth/require-person.server';
import { returnPath } from '~/auth/return-path';
import { chooseLanguage } from '~/auth/choose-language.server';
import { languageCookie } from '~/locales/language-cookie';
import { isLanguage } from '~/locales/languages';

/** Keeps the reader's language, with the person where one is signed in, and leads back to the page. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const language = form.get('language');
  const to = form.get('to');
  if (!isLanguage(language)) throw new Response(null, { status: 400 });
  if (await signedIn(args)) {
    const { store, act, person } = await requirePerson(args);
    await chooseLanguage(store, act, person.id, language);
  }
  const back = returnPath(typeof to === 'string' ? to : null);
  return redirect(back, { headers: { 'Set-Cookie': languageCookie(language) } });
}
