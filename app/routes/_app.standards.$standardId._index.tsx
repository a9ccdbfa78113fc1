import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import {
  ContractsOfStandard,
  OverridingMarkets,
  RunsOfStandard,
} from '~/components/contracts/StandardTables';
import { StandardTerms } from '~/components/contracts/StandardTerms';
import { Button, ButtonLink } from '~/components/form/buttons';
import { EmptyState } from '~/components/EmptyState';
import { Callout } from '~/components/Notice';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Section } from '~/components/Section';
import { useFormat } from '~/components/use-format';
import { allowedOverrides, standardPath } from '~/contracts/standard';
import { overridingMarkets, standardOnPage } from '~/contracts/standard-on-page';
import {
  adoptionsOfStandard,
  findStandard,
  loadStandard,
  runsOfStandard,
  wholeTree,
} from '~/contracts/standard-queries.server';
import { readSetting } from '~/settings/setting-queries.server';
import { nameFor } from '~/shared/named';
import { found, recordId } from '~/shared/record-id';
import { marketChoices } from '~/vendors/library-queries.server';
import classes from '~/components/contracts/contracts.module.css';

export const meta = pageTitle;

const LATEST_RUNS = 10;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, locale, now, can } = await requirePerson(args, 'standards.read');
  const standardId = recordId(args.params['standardId']);
  const head = found(await findStandard(reader, standardId));
  const standard = found(await loadStandard(reader, standardId));
  const tree = await wholeTree(reader);
  const today = dayOf(now);
  const markets = (await marketChoices(reader, scope)).filter(
    ({ id }) => standardPath(tree, standard.marketId, id).length > 0,
  );
  const asked = Number(new URL(args.request.url).searchParams.get('market'));
  const marketId = markets.find(({ id }) => id === asked)?.id ?? standard.marketId;
  const share = await readSetting(reader, 'standard_local_share');
  const named = (id: number) => {
    const market = markets.find((one) => one.id === id);
    return market ? nameFor(market, locale) : '';
  };
  return {
    title: nameFor(head, locale),
    head: { ...head, market: locale === 'en' ? head.marketEn : head.marketZh },
    limits: head.limits.map(({ en, zh }) => (locale === 'en' ? en : zh)),
    canWrite: can('contracts.write'),
    share: { percent: share, allowed: allowedOverrides(standard.termIds.length, share) },
    marketId,
    market: named(marketId) || (locale === 'en' ? head.marketEn : head.marketZh),
    markets: markets.map((market) => ({ value: market.id, label: nameFor(market, locale) })),
    terms: standardOnPage(standard, { markets, tree, marketId, today, locale }),
    overriding: overridingMarkets(standard, markets, tree, today).map(({ id, used }) => ({
      ...{ id, used, name: named(id) },
    })),
    adoptions: (await adoptionsOfStandard(reader, scope, standardId)).map((row) => ({
      ...row,
      market: locale === 'en' ? row.marketEn : row.marketZh,
    })),
    runs: await runsOfStandard(reader, standardId, LATEST_RUNS),
  };
}

export default function StandardPage() {
  const { title, head, canWrite, share, terms, limits, adoptions } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { number } = useFormat();
  const base = `/standards/${head.id}`;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ label: t('standards:title'), href: '/standards' }]}
        {...(head.source !== null && {
          lead: t('standards:page.attribution', {
            source: head.source,
            licence: head.licence ?? '',
          }),
        })}
        facts={[
          { label: t('standards:field.market'), value: head.market },
          { label: t('standards:field.terms'), value: number(terms.length) },
          {
            label: t('standards:page.share'),
            value: t('standards:page.shareOf', { allowed: share.allowed, terms: terms.length }),
            note: t('standards:page.shareNote', { share: share.percent }),
          },
          { label: t('standards:field.contracts'), value: number(adoptions.length) },
        ]}
        also={
          canWrite && (
            <ButtonLink href={`${base}/terms/new`}>{t('standards:page.addTerm')}</ButtonLink>
          )
        }
        action={
          canWrite &&
          terms.length > 0 && (
            <ButtonLink href={`${base}/application`} look="primary">
              {t('standards:page.apply')}
            </ButtonLink>
          )
        }
      />
      {head.demonstration && <Callout>{t('standards:page.demonstration')}</Callout>}
      <Terms />
      {limits.length > 0 && (
        <Section title={t('standards:page.limits')} help={t('standards:page.limitsHelp')}>
          <ul className={classes.plainList}>
            {limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </Section>
      )}
      <Tables />
    </>
  );
}

function Terms() {
  const { head, terms, market, marketId, markets, canWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Section
      title={t('standards:page.effective', { market })}
      help={t('standards:page.effectiveHelp')}
      action={
        markets.length > 1 && (
          <Form method="get" className={classes.inlineForm}>
            <label>
              <span className="visually-hidden">{t('standards:page.showFor')}</span>
              <select name="market" defaultValue={marketId}>
                {markets.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            <Button type="submit">{t('standards:page.show')}</Button>
          </Form>
        )
      }
    >
      {terms.length === 0 ? (
        <EmptyState title={t('standards:page.noTerms')}>
          {t('standards:page.noTermsHelp')}
        </EmptyState>
      ) : (
        <StandardTerms
          terms={terms}
          base={`/standards/${head.id}`}
          marketId={marketId}
          isHome={marketId === head.marketId}
          canWrite={canWrite}
        />
      )}
    </Section>
  );
}

function Tables() {
  const { head, overriding, share, adoptions, runs, canWrite } = useLoaderData<typeof loader>();
  const base = `/standards/${head.id}`;
  return (
    <>
      <OverridingMarkets rows={overriding} allowed={share.allowed} base={base} />
      <ContractsOfStandard rows={adoptions} standardId={head.id} canWrite={canWrite} />
      <RunsOfStandard rows={runs} base={base} />
    </>
  );
}
