import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextAreaField, TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { afterChange, dayOfDocument } from '~/contracts/after-change';
import { changeAgreement } from '~/contracts/gather-change.server';
import { findContract } from '~/contracts/contract-queries.server';
import { portableTerm } from '~/contracts/sla-term';
import { findTerm } from '~/contracts/term-queries.server';
import { latestVersion } from '~/contracts/term-version';
import { formValues } from '~/shared/form-values';
import { done, refused, type Outcome, type Reason, type Refused } from '~/shared/outcome';
import { found, recordId } from '~/shared/record-id';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

/** A term as its portable document, to be taken along or pasted: `?term=` names the one that changes, none is a new one. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  const contract = found(await findContract(reader, scope, contractId));
  const termId = termInUrl(args.request);
  const stored = termId === null ? null : found(await findTerm(reader, scope, contractId, termId));
  const latest = stored && latestVersion(stored.versions);
  const document = latest ? portableTerm(latest.term) : EXAMPLE;
  return {
    title: t(stored ? 'contracts:document.changeTitle' : 'contracts:document.addTitle'),
    contract: { id: contract.id, title: contract.title },
    termId,
    document: JSON.stringify(document, null, 2),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, reader, scope, act, t } = await requirePerson(args, 'contracts.write');
  const contractId = recordId(args.params['contractId']);
  found(await findContract(reader, scope, contractId));
  const termId = termInUrl(args.request);
  const values = formValues(await args.request.formData());
  const read = parsed(String(values['document'] ?? ''));
  const reason = String(values['reason'] ?? '');
  const document = read.ok ? read.value : {};
  const outcome = !read.ok
    ? read
    : await changeAgreement(store, act, {
        ...{ contractId, reason, effectiveFrom: dayOfDocument(document) },
        change:
          termId === null
            ? { kind: 'term_added', document }
            : { kind: 'term_changed', termId, basedOn: null, document },
      });
  if (!outcome.ok) return refusedForm(atDocument(outcome, t), values);
  return redirectWithNotice(
    ...afterChange(contractId, outcome.value.amendmentId, {
      href: `/contracts/${contractId}${termId === null ? '' : `/terms/${termId}`}`,
      key: termId === null ? 'contracts:notice.termAdded' : 'contracts:notice.termChanged',
    }),
  );
}

const EXAMPLE = {
  kpi: '',
  target: 80,
  warn_at: 82,
  bands: [
    { severity: 'minor', from: 75, to: 80, points: 1, credit_percent: 2 },
    { severity: 'critical', from: null, to: 75, points: 4, credit_percent: 10 },
  ],
  credit: { method: 'tiered' },
};

function termInUrl(request: Request): number | null {
  const text = new URL(request.url).searchParams.get('term');
  return text === null ? null : recordId(text);
}

function parsed(text: string): Outcome<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isDocument(value) ? done(value) : refused('document_not_object', {}, 'document');
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return refused('document_not_json', { message }, 'document');
  }
}

function isDocument(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A document has one field: each reason names the path that it is about. */
function atDocument(refusal: Refused, t: TFunction): Refused {
  const fields = (refusal.fields ?? [refusal.reason]).map((reason): Reason => {
    const { code, params = {}, field = '' } = reason;
    if (field === '' || field === 'document' || field === 'reason') return reason;
    const message = String(t(`errors:${code}` as 'errors:invalid', { ...params }));
    return { code: 'document_at', params: { path: field, message }, field: 'document' };
  });
  return { ok: false, reason: fields[0] ?? refusal.reason, fields };
}

export default function TermDocument() {
  const { title, contract, termId, document } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const base = `/contracts/${contract.id}`;
  const back = termId === null ? `${base}/terms/new` : `${base}/terms/${termId}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t('contracts:document.lead')}
        crumbs={[
          { label: t('contracts:title'), href: '/contracts' },
          { label: contract.title, href: base },
        ]}
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <TextAreaField
          name="document"
          label={t('contracts:document.label')}
          initial={document}
          rows={26}
          monospace
        />
        <TextField
          name="reason"
          label={t('common:column.reason')}
          optional={termId === null}
          maxLength={500}
        />
        <FormActions>
          <SubmitButton>
            {t(termId === null ? 'contracts:form.add' : 'contracts:form.change')}
          </SubmitButton>
          <ButtonLink href={back}>{t('common:action.cancel')}</ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
