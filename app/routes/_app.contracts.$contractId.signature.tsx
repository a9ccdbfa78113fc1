import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { DateField } from '~/components/form/dates';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextAreaField } from '~/components/form/fields';
import { Callout } from '~/components/Notice';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { readUploadForm, type UploadForm } from '~/components/upload-form.server';
import { SignedPaperFields } from '~/components/contracts/SignedPaperFields';
import { useFormat } from '~/components/use-format';
import { clauseGapsOf } from '~/contracts/named-gaps.server';
import { findContract } from '~/contracts/contract-queries.server';
import { signContract } from '~/contracts/sign-contract.server';
import { documentLimit, takeDocument, type TakenDocument } from '~/documents/keep-document.server';
import { nameFor } from '~/shared/named';
import { done, type Outcome } from '~/shared/outcome';
import { found, recordId } from '~/shared/record-id';
import { readTypedDate } from '~/shared/typed-date';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, now, can, locale } = await requirePerson(args, 'contracts.sign');
  const contract = found(await findContract(reader, scope, recordId(args.params['contractId'])));
  const gaps = await clauseGapsOf(reader, scope, contract.id);
  return {
    title: t('contracts:life.signTitle', { number: contract.number }),
    contractId: contract.id,
    contractTitle: contract.title,
    today: dayOf(now),
    gaps: gaps.map((gap) => nameFor(gap, locale)),
    mayDespiteGaps: can('contracts.sign_despite_gaps'),
    limit: await documentLimit(reader),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, reader, scope, act, can } = await requirePerson(args, 'contracts.sign');
  const contractId = recordId(args.params['contractId']);
  found(await findContract(reader, scope, contractId));
  const form = await readUploadForm(args.request, await documentLimit(reader), 'file');
  if (!form.ok) return refusedForm(form);
  const { values } = form.value;
  const papers = await takePapers(args.context, form.value);
  if (!papers.ok) return refusedForm(papers, values);
  const text = (name: string) => String(values[name] ?? '').trim();
  const outcome = await signContract(store, act, {
    contractId,
    signedOn: readTypedDate(text('signedOn')) ?? text('signedOn'),
    reason: text('reason') || null,
    maySignIncomplete: can('contracts.sign_despite_gaps'),
    papers: papers.value,
    prevails: text('prevails') || null,
    later: text('later') || null,
  });
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/contracts/${contractId}`, { key: 'contracts:notice.signed' });
}

const PAPERS = [
  { file: 'file', language: 'language' },
  { file: 'translation', language: 'translation_language' },
] as const;

/** The versions of the signed document that came with the form. */
async function takePapers(
  portal: LoaderFunctionArgs['context'],
  { values, files }: UploadForm,
): Promise<Outcome<TakenDocument[]>> {
  const papers: TakenDocument[] = [];
  for (const names of PAPERS) {
    const file = files.find(({ field }) => field === names.file);
    if (!file) continue;
    const said = { kind: 'contract', language: values[names.language] };
    const taken = await takeDocument(portal, file, said);
    if (!taken.ok) return taken;
    papers.push(taken.value);
  }
  return done(papers);
}

export default function SignContract() {
  const { title, contractId, contractTitle, today, gaps, mayDespiteGaps, limit } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const { listed } = useFormat();
  const back = `/contracts/${contractId}`;
  return (
    <>
      <PageHeader
        title={title}
        lead={t('contracts:life.signLead')}
        crumbs={[
          { label: t('contracts:title'), href: '/contracts' },
          { label: contractTitle, href: back },
        ]}
      />
      {gaps.length > 0 && (
        <Callout>
          {t(mayDespiteGaps ? 'contracts:life.gaps' : 'contracts:life.gapsHold', {
            clauses: listed(gaps),
          })}
        </Callout>
      )}
      <EditForm refusal={answer?.refusal} values={answer?.values} hasFiles>
        <DateField name="signedOn" label={t('contracts:life.signedOn')} initial={today} />
        <SignedPaperFields limit={limit} />
        <TextAreaField
          name="reason"
          label={t('contracts:life.reason')}
          help={t('contracts:life.reasonHelp')}
          rows={3}
          maxLength={2000}
          optional
        />
        <FormActions>
          <SubmitButton>{t('contracts:life.sign')}</SubmitButton>
          <ButtonLink href={back}>{t('common:action.cancel')}</ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
