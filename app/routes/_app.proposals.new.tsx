import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import classes from '~/components/fallback/fallback.module.css';
import { useVoice } from '~/components/fallback/use-voice';
import { Button, ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { SelectField, TextField } from '~/components/form/fields';
import { FormContext, reasonsOf } from '~/components/form/form-state';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { nameIn } from '~/fallback/failure-words';
import { offeringVendors } from '~/fallback/offering-vendors.server';
import { reachedMarkets } from '~/fallback/served-markets.server';
import { proposeOnDemand } from '~/fallback/propose-on-demand.server';
import { formValues } from '~/shared/form-values';
import { offeringsOfVendor } from '~/vendors/vendor-record-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t } = await requirePerson(args, 'fallback.propose');
  const asked = (new URL(args.request.url).searchParams.get('vendor') ?? '').trim();
  const vendors = await offeringVendors(reader, scope);
  const vendor = vendors.find(
    ({ code, name }) => asked !== '' && [code, name].some((each) => same(each, asked)),
  );
  const offered = vendor ? await offeringsOfVendor(reader, scope, vendor.id) : [];
  const marketIds = offered.map(({ market }) => market.id);
  const reached = await reachedMarkets(reader, scope, marketIds);
  return {
    title: t('fallback:ask.title'),
    asked,
    vendors,
    vendor: vendor ?? null,
    offered: offered.filter(({ market }) => reached.has(market.id)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'fallback.propose');
  const values = formValues(await args.request.formData());
  const vendor = String(values['vendor'] ?? '');
  const [service = '', market] = String(values['scope'] ?? '').split('/');
  const whole = service === '*';
  const outcome = await proposeOnDemand(store, act, {
    vendor,
    service: whole ? null : service,
    market: market === undefined || market === '' ? null : market,
  });
  if (!outcome.ok) return refusedForm(outcome, values);
  const made = outcome.value.filter((each) => each.made).length;
  const [only, ...more] = outcome.value;
  const page =
    only && more.length === 0
      ? `/proposals/${only.proposalId}`
      : `/fallback?state=open&vendor=${encodeURIComponent(vendor)}`;
  return redirectWithNotice(
    page,
    made === 0
      ? { key: 'fallback:notice.joined' }
      : { key: 'fallback:notice.proposed', params: { count: made } },
  );
}

export default function NewProposal() {
  const { title, vendor } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('fallback:ask.lead')}
        crumbs={[{ label: t('fallback:title'), href: '/fallback' }]}
      />
      {vendor ? <ScopeForm vendor={vendor} /> : <VendorForm />}
    </>
  );
}

/** First the vendor: what it does follows from it. */
function VendorForm() {
  const { vendors, asked } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const refusal =
    asked === ''
      ? null
      : { reason: { code: 'vendor_unknown', params: { value: asked }, field: 'vendor' } };
  return (
    <FormContext.Provider
      value={{ reasons: reasonsOf(refusal), values: { vendor: asked }, isPending: false }}
    >
      <Form method="get" className={classes.ask}>
        <TextField
          name="vendor"
          label={t('fallback:ask.vendor')}
          help={t('fallback:ask.vendorHelp')}
          list="offering-vendors"
          autoComplete="off"
          width="medium"
        />
        <datalist id="offering-vendors">
          {vendors.map(({ id, code, name }) => (
            <option key={id} value={code}>
              {name}
            </option>
          ))}
        </datalist>
        <FormActions>
          <Button type="submit" look="primary">
            {t('fallback:ask.next')}
          </Button>
        </FormActions>
      </Form>
    </FormContext.Provider>
  );
}

function ScopeForm({ vendor }: { vendor: { code: string; name: string } }) {
  const { offered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const { locale } = useVoice();
  const services = [...new Map(offered.map(({ service }) => [service.code, service])).values()];
  const choices = [
    { value: '*', label: t('fallback:ask.all', { count: offered.length }) },
    ...services.map((service) => ({
      value: service.code,
      label: t('fallback:ask.whole', { service: nameIn(service, locale) }),
    })),
    ...offered.map(({ service, market }) => ({
      value: `${service.code}/${market.code}`,
      label: t('fallback:ask.inMarket', {
        service: nameIn(service, locale),
        market: nameIn(market, locale),
      }),
    })),
  ];
  if (offered.length === 0) return <p>{t('fallback:ask.none')}</p>;
  return (
    <EditForm refusal={answer?.refusal} values={answer?.values}>
      <input type="hidden" name="vendor" value={vendor.code} />
      <p>
        <strong>{vendor.name}</strong> · <a href="/proposals/new">{t('fallback:ask.other')}</a>
      </p>
      <SelectField
        name="scope"
        label={t('fallback:ask.scope')}
        choices={choices}
        initial={choices[1]?.value ?? null}
      />
      <FormActions>
        <SubmitButton>{t('fallback:ask.submit')}</SubmitButton>
        <ButtonLink href="/fallback" look="quiet">
          {t('common:action.cancel')}
        </ButtonLink>
      </FormActions>
    </EditForm>
  );
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
