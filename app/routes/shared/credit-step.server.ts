import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { Permission } from '~/auth/permission';
import { requirePerson } from '~/auth/require-person.server';
import { moveCredits, type CreditMove } from '~/settlement/move-credits.server';
import { findLine } from '~/settlement/line-queries.server';
import { formatMonth } from '~/shared/format';
import { formValues, type FormValues } from '~/shared/form-values';
import { formatPeriod, parsePeriod } from '~/shared/period';
import { found, recordId } from '~/shared/record-id';
import type { Flash } from '~/components/Notice';
import { redirectWithNotice } from '~/components/notice.server';
import { refusedForm } from './refused-form.server';

type Params = LoaderFunctionArgs['params'];

const keyOf = (params: Params) => ({
  contractId: recordId(params['contractId']),
  period: found(parsePeriod(params['period'] ?? '')),
});

/** What the page of a credit's step shows: which credit it is about, and the way back. */
export async function loadCreditStep(args: LoaderFunctionArgs, permission: Permission) {
  const { reader, scope, t, locale } = await requirePerson(args, permission);
  const { contractId, period } = keyOf(args.params);
  const { line } = found(await findLine(reader, scope, contractId, period));
  return {
    t,
    back: `/contracts/${contractId}/credits/${formatPeriod(period)}`,
    heading: `${t('sla:credits.page', { month: formatMonth(period, locale) })} · ${line.contract}`,
  };
}

/** Does one thing to a credit; refused, the page says why and keeps what was entered. */
export async function answerCreditStep(
  args: ActionFunctionArgs,
  permission: Permission,
  read: (values: FormValues) => Pick<CreditMove, 'action' | 'text'>,
  notice: Flash,
) {
  const { store, act, reader, scope } = await requirePerson(args, permission);
  const key = keyOf(args.params);
  found(await findLine(reader, scope, key.contractId, key.period));
  const values = formValues(await args.request.formData());
  const outcome = await moveCredits(store, act, { keys: [key], ...read(values) });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(
    `/contracts/${key.contractId}/credits/${formatPeriod(key.period)}`,
    notice,
  );
}
