import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { API_PATH } from '~/api/address';
import { MOST_ROWS, USUAL_ROWS } from '~/api/list-size';
import { tokensOf } from '~/auth/access-token-queries.server';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink } from '~/components/form/buttons';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Rules, Sample } from '~/components/people/Sample';
import { TokenTable } from '~/components/people/TokenTable';
import { Section } from '~/components/Section';
import { useFormat } from '~/components/use-format';
import { MOST_JSON } from '~/kpi/report-body';
import { portalAddress, readSetting } from '~/settings/setting-queries.server';
import { machineClock } from '~/shared/clock';
import { findVendor } from '~/vendors/vendor-queries.server';

export const meta = pageTitle;

/** What programs can do for the person, how a first request looks, and the access tokens that the person has made. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, person, t, can } = await requirePerson(args, 'api.use');
  const { requestsPerMinute, bodyBytes } = await readSetting(reader, 'api_limits');
  const vendor = person.vendorId === null ? null : await findVendor(reader, scope, person.vendorId);
  return {
    title: t('api:title'),
    address: `${await portalAddress(reader)}${API_PATH}`,
    maySend: can('reports.submit'),
    vendor: vendor?.code ?? 'CODE',
    limits: {
      requests: requestsPerMinute,
      megabytes: Math.floor(bodyBytes / 1_000_000),
      jsonMegabytes: Math.min(Math.floor(bodyBytes / 1_000_000), MOST_JSON.megabytes),
      jsonRows: MOST_JSON.rows,
    },
    tokens: await tokensOf(reader, person.id),
    now: machineClock.now().toISOString(),
  };
}

export default function ApiPage() {
  const { title, tokens, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('api:lead')}
        crumbs={[{ label: t('people:account.title'), href: '/account' }]}
        action={
          <ButtonLink href="/account/tokens/new" look="primary">
            {t('api:token.make')}
          </ButtonLink>
        }
      />
      <Section title={t('api:token.yours')} help={t('api:token.yoursHelp')}>
        <TokenTable
          tokens={tokens}
          now={now}
          revocation={({ id }) => `/account/tokens/${id}/revocation`}
          empty={{ title: t('api:token.none'), help: t('api:token.noneHelp') }}
        />
      </Section>
      <FirstRequest />
      <RulesOfRequests />
    </>
  );
}

function FirstRequest() {
  const { address, maySend, vendor } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const reading = [
    "curl -H 'Authorization: Bearer TOKEN' \\",
    `  '${address}/breaches?from=2023-01&sort=-period&limit=50'`,
  ];
  const row = '{"period": "2023-12", "kpi": "OTD_PCT", "value": "94.5"}';
  const sending = [
    `curl -X POST '${address}/reports' \\`,
    "  -H 'Authorization: Bearer TOKEN' \\",
    "  -H 'Content-Type: application/json' \\",
    "  -H 'Idempotency-Key: 2023-12-first' \\",
    `  -d '{"vendor": "${vendor}", "rows": [${row}]}'`,
  ];
  return (
    <>
      <Section
        title={t('api:start')}
        help={t('api:startHelp')}
        action={<ButtonLink href={`${API_PATH}/openapi.json`}>{t('api:description')}</ButtonLink>}
      >
        <Sample label={t('api:read')}>{reading.join('\n')}</Sample>
      </Section>
      {maySend && (
        <Section title={t('api:send')} help={t('api:sendHelp')}>
          <Sample label={t('api:send')}>{sending.join('\n')}</Sample>
        </Section>
      )}
    </>
  );
}

function RulesOfRequests() {
  const { limits } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <Section title={t('api:rules')}>
      <Rules>
        {[
          t('api:rule.pages', { usual: USUAL_ROWS, most: MOST_ROWS }),
          t('api:rule.figures'),
          t('api:rule.errors'),
          t('api:rule.limits', {
            requests: number(limits.requests),
            megabytes: number(limits.megabytes),
            jsonMegabytes: number(limits.jsonMegabytes),
            jsonRows: number(limits.jsonRows),
          }),
        ]}
      </Rules>
    </Section>
  );
}
