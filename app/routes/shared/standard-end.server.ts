import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { redirectWithNotice } from '~/components/notice.server';
import { standardPlace } from '~/contracts/standard-place.server';
import { changeAndCarry } from '~/jobs/standard-work.server';
import { formValues } from '~/shared/form-values';
import { firstDay, periodOfDate } from '~/shared/period';
import { readTypedDate } from '~/shared/typed-date';
import { refusedForm } from './refused-form.server';

type Args = LoaderFunctionArgs | ActionFunctionArgs;
/** A market stops saying its own, named in the address; or the standard stops saying the term at all. */
type Ending = 'inheritance' | 'retirement';

function asked({ params, request }: Args, ending: Ending) {
  return {
    standardId: params['standardId'],
    standardTermId: params['standardTermId'],
    market: ending === 'retirement' ? null : new URL(request.url).searchParams.get('market'),
  };
}

/** What the page shows on which a text of a standard's term comes to its end. */
export async function loadEnd(args: LoaderFunctionArgs, ending: Ending) {
  const { reader, scope, t, locale, now } = await requirePerson(args, 'contracts.write');
  const place = await standardPlace(reader, scope, asked(args, ending), locale);
  const title =
    ending === 'retirement' ? 'standards:term.retireTitle' : 'standards:term.inheritsTitle';
  return {
    title: t(title, { term: place.term, market: place.market }),
    standard: { id: place.standardId, name: place.name },
    marketId: place.marketId,
    from: firstDay(periodOfDate(dayOf(now)) + 1),
  };
}

/** Ends the text from a day on and carries that to the contracts that follow the standard there. */
export async function takeEnd(args: ActionFunctionArgs, ending: Ending) {
  const { store, act, reader, scope, locale } = await requirePerson(args, 'contracts.write');
  const { standardId, termId, marketId } = await standardPlace(
    reader,
    scope,
    asked(args, ending),
    locale,
  );
  const values = formValues(await args.request.formData());
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  const portal = { store, wakeWorker: args.context.wakeWorker };
  const outcome = await changeAndCarry(portal, act, {
    ...{ standardId, termId, marketId, document: null, reason: text('reason') },
    effectiveFrom: readTypedDate(text('effective_from')) ?? '',
  });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/standards/${standardId}?market=${marketId}`, {
    key: ending === 'retirement' ? 'standards:notice.retired' : 'standards:notice.termChanged',
  });
}
