import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { CaseStep } from '~/components/breach/CaseStep';
import { RadioField } from '~/components/form/choices';
import { SelectField, TextAreaField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { formValues } from '~/shared/form-values';
import { refused } from '~/shared/outcome';
import { found, recordId } from '~/shared/record-id';
import { caseOfBreach } from '~/sla/breach-queries.server';
import { excusalKinds } from '~/sla/excusal';
import { LONGEST_REASON } from '~/shared/reason-text';
import { ruleOnDispute } from '~/sla/rule-on-dispute.server';
import { loadCaseStep } from './shared/case-step.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t, heading } = await loadCaseStep(args, 'breaches.decide');
  return { title: t('sla:step.ruling.title'), heading };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'breaches.decide');
  const breachId = recordId(args.params['breachId']);
  const caseId = found(await caseOfBreach(reader, scope, breachId));
  const values = formValues(await args.request.formData());
  const text = String(values['text'] ?? '');
  const upheld = values['upheld'] === 'yes';
  if (!upheld && values['upheld'] !== 'no')
    return refusedForm(refused('required', {}, 'upheld'), values);
  const kind = excusalKinds.find((one) => one === values['kind']) ?? null;
  const outcome = await ruleOnDispute(
    store,
    act,
    upheld ? { caseId, text, upheld, kind } : { caseId, text, upheld },
  );
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/breaches/${breachId}`, {
    key: upheld ? 'sla:notice.upheld' : 'sla:notice.rejected',
  });
}

export default function Ruling() {
  const { title, heading } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <CaseStep
      heading={heading}
      title={title}
      lead={t('sla:step.ruling.lead')}
      submit={t('sla:act.rule')}
      answer={useActionData<typeof action>()}
    >
      <RadioField
        name="upheld"
        label={t('sla:field.upheld')}
        choices={[
          { value: 'yes', label: t('sla:field.uphold') },
          { value: 'no', label: t('sla:field.reject') },
        ]}
      />
      <SelectField
        name="kind"
        label={t('sla:field.kind')}
        help={t('sla:field.kindHelp')}
        optional
        width="medium"
        choices={excusalKinds.map((value) => ({ value, label: t(`sla:excusalKind.${value}`) }))}
      />
      <TextAreaField
        name="text"
        label={t('sla:field.reason')}
        rows={5}
        maxLength={LONGEST_REASON}
      />
    </CaseStep>
  );
}
