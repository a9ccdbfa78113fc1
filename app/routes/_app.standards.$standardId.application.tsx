import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import classes from '~/components/contracts/contracts.module.css';
import { FollowSteps } from '~/components/contracts/FollowSteps';
import { Button, ButtonLink, SubmitButton } from '~/components/form/buttons';
import { CheckboxesField, RadioField } from '~/components/form/choices';
import { DateField } from '~/components/form/dates';
import { EditForm, FieldRow, FormActions } from '~/components/form/EditForm';
import { SelectField, TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Section } from '~/components/Section';
import { previewStandard } from '~/contracts/apply-standard.server';
import { contractsByIds, contractsToFollow } from '~/contracts/contract-choices.server';
import { existingChoices } from '~/contracts/follow-standard';
import { standardPath } from '~/contracts/standard';
import { findStandard, loadStandard, wholeTree } from '~/contracts/standard-queries.server';
import { applyInBackground } from '~/jobs/standard-work.server';
import { formValues, type FormValues } from '~/shared/form-values';
import { nameFor } from '~/shared/named';
import { firstDay, periodOfDate } from '~/shared/period';
import { found, recordId } from '~/shared/record-id';
import { readTypedDate } from '~/shared/typed-date';
import { marketChoices } from '~/vendors/library-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, now } = await requirePerson(args, 'contracts.write');
  const standardId = recordId(args.params['standardId']);
  const head = found(await findStandard(reader, standardId));
  const standard = found(await loadStandard(reader, standardId));
  const tree = await wholeTree(reader);
  const params = new URL(args.request.url).searchParams;
  const asked = askedOf(params, dayOf(now), standard.marketId);
  const contracts = await contractsToFollow(reader, scope, dayOf(now));
  const chosen = await contractsByIds(reader, scope, asked.contractIds);
  const steps = await previewStandard(reader, { scope }, standardId, {
    ...{ contracts: chosen, marketId: asked.marketId, from: asked.from, existing: asked.existing },
  });
  const names = new Map(
    standard.terms.map((term) => [
      term.id,
      { name: nameFor({ nameEn: term.kpiEn, nameZh: term.kpiZh }, locale), unit: term.unit },
    ]),
  );
  return {
    title: t('standards:apply.title', { standard: nameFor(head, locale) }),
    standard: { id: standardId, name: nameFor(head, locale) },
    asked,
    markets: (await marketChoices(reader, scope))
      .filter(({ id }) => standardPath(tree, standard.marketId, id).length > 0)
      .map((market) => ({ value: String(market.id), label: nameFor(market, locale) })),
    contracts: contracts.map(({ id, number, vendorName }) => ({
      value: String(id),
      label: `${number} · ${vendorName}`,
    })),
    preview: chosen.map(({ id, number, vendorName }) => ({
      ...{ id, number, vendorName },
      steps: (steps.get(id) ?? []).map((step) => ({
        effect: step.effect,
        before: step.before,
        after: step.texts[0] ?? null,
        ...(names.get(step.standardTermId) ?? { name: '', unit: '' }),
      })),
    })),
  };
}

/** What the preview is asked for in the page's address; with defaults where it names nothing that fits. */
function askedOf(params: URLSearchParams, today: string, homeId: number) {
  const ids = params.getAll('contract').map(Number);
  return {
    contractIds: ids.filter((id) => Number.isSafeInteger(id) && id > 0),
    marketId: Number(params.get('market')) || homeId,
    from: readTypedDate(params.get('effectiveFrom') ?? '') ?? firstDay(periodOfDate(today) + 1),
    existing: existingChoices.find((one) => one === params.get('existing')) ?? 'keep',
    reason: params.get('reason') ?? '',
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader } = await requirePerson(args, 'contracts.write');
  const standardId = recordId(args.params['standardId']);
  found(await findStandard(reader, standardId));
  const form = await args.request.formData();
  const values: FormValues = formValues(form);
  const contractIds = form.getAll('contract').map((id) => Number(id));
  const portal = { store, wakeWorker: args.context.wakeWorker };
  const outcome = await applyInBackground(portal, act, { standardId, contractIds }, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice(`/standards/${standardId}/runs/${outcome.value.runId}`, {
    key: 'standards:notice.applied',
  });
}

export default function ApplyStandard() {
  const { title, standard } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('standards:apply.lead')}
        crumbs={[
          { label: t('standards:title'), href: '/standards' },
          { label: standard.name, href: `/standards/${standard.id}` },
        ]}
      />
      <Choose />
      <Preview />
    </>
  );
}

function Choose() {
  const { asked, markets, contracts, standard } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Form method="get" action={`/standards/${standard.id}/application`} className={classes.chooser}>
      <FieldRow>
        <SelectField
          name="market"
          label={t('standards:apply.market')}
          choices={markets}
          initial={String(asked.marketId)}
        />
        <DateField name="effectiveFrom" label={t('standards:apply.from')} initial={asked.from} />
      </FieldRow>
      <RadioField
        name="existing"
        label={t('standards:apply.existing')}
        initial={asked.existing}
        choices={existingChoices.map((value) => ({
          value,
          label: t(`standards:apply.${value}`),
          help: t(`standards:apply.${value}Help`),
        }))}
      />
      <CheckboxesField
        name="contract"
        label={t('standards:apply.contracts')}
        initial={asked.contractIds.map(String)}
        choices={contracts}
      />
      <FormActions>
        <Button type="submit">{t('standards:apply.preview')}</Button>
      </FormActions>
    </Form>
  );
}

function Preview() {
  const { asked, preview, standard } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  if (preview.length === 0) return <p>{t('standards:apply.noneChosen')}</p>;
  return (
    <Section title={t('standards:apply.previewTitle')} help={t('standards:run.allOrNothing')}>
      {preview.map(({ id, number, vendorName, steps }) => (
        <FollowSteps key={id} title={`${number} · ${vendorName}`} steps={steps} />
      ))}
      <EditForm
        action={`/standards/${standard.id}/application`}
        refusal={answer?.refusal}
        values={answer?.values}
      >
        <input type="hidden" name="market" value={asked.marketId} />
        <input type="hidden" name="effectiveFrom" value={asked.from} />
        <input type="hidden" name="existing" value={asked.existing} />
        {preview.map(({ id }) => (
          <input key={id} type="hidden" name="contract" value={id} />
        ))}
        <TextField
          name="reason"
          label={t('common:column.reason')}
          help={t('standards:apply.reasonHelp')}
          maxLength={500}
        />
        <FormActions>
          <SubmitButton>{t('standards:apply.apply', { count: preview.length })}</SubmitButton>
          <ButtonLink href={`/standards/${standard.id}`}>{t('common:action.cancel')}</ButtonLink>
        </FormActions>
      </EditForm>
    </Section>
  );
}
