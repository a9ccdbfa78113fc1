import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { measureName } from '~/actions/measure';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Section } from '~/components/Section';
import {
  ConsequenceTable,
  EffectTable,
  MeetingTable,
  OwnerTable,
} from '~/components/reviews/PortfolioTables';
import { RatingMark } from '~/components/reviews/RatingMark';
import { ReviewTabs } from '~/components/reviews/ReviewTabs';
import { quarterText } from '~/packs/show-value';
import { portfolioSpec, shownQuarters } from '~/reviews/portfolio';
import {
  actionsByOwner,
  effectsOfActions,
  latestConsequences,
} from '~/reviews/portfolio-action-queries.server';
import {
  countReviewedVendors,
  latestQuarter,
  meetingsByQuarter,
  ratedKey,
  ratedReviews,
  reviewedVendors,
} from '~/reviews/portfolio-queries.server';
import { parseListQuery } from '~/shared/list-query';
import { tiers } from '~/vendors/tier';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, now, locale } = await requirePerson(args, 'reviews.compare');
  const query = parseListQuery(new URL(args.request.url).searchParams, portfolioSpec);
  const latest = await latestQuarter(reader, scope);
  const quarters = latest === null ? [] : shownQuarters(latest);
  const vendors = await reviewedVendors(reader, scope, query);
  const rated = await ratedReviews(
    reader,
    scope,
    quarters,
    vendors.map(({ id }) => id),
  );
  const today = dayOf(now);
  const effects = await effectsOfActions(reader, scope, query);
  return {
    title: t('papers:portfolio.title'),
    query,
    quarters,
    total: await countReviewedVendors(reader, scope, query),
    vendors: vendors.map(({ id, name, tier }) => ({
      id,
      name,
      tier,
      reviews: quarters.map((quarter) => rated.get(ratedKey(id, quarter)) ?? null),
    })),
    meetings: await meetingsByQuarter(reader, scope, { quarters, today, query }),
    owners: await actionsByOwner(reader, scope, today, query),
    effects: effects.map(({ kpi, service, market, kpiId, ...row }) => ({
      ...row,
      kpi: {
        id: kpiId,
        name: measureName({ kpi, service, market }, { t, locale }),
        unit: kpi.unit,
      },
    })),
    consequences: await latestConsequences(reader, scope, query),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['vendors'][number];

export default function Portfolio() {
  const { title, query, total, vendors, meetings, owners, effects, consequences } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={title} lead={t('papers:portfolio.lead')} />
      <ReviewTabs current="portfolio" />
      <Section title={t('papers:portfolio.ratings')} help={t('papers:portfolio.filterHelp')}>
        <DataTable
          name="portfolio"
          label={t('papers:portfolio.ratings')}
          columns={useColumns()}
          rows={vendors}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/vendors/${id}`}
          query={query}
          total={total}
          searchLabel={t('papers:portfolio.search')}
          filters={[
            {
              name: 'tier',
              label: t('common:column.tier'),
              options: tiers.map((value) => ({ value, label: t(`common:tier.${value}`) })),
            },
          ]}
          exportHref="/reviews/portfolio/export"
          empty={
            <EmptyState title={t('papers:portfolio.empty')}>
              {t('papers:portfolio.emptyHelp')}
            </EmptyState>
          }
        />
      </Section>
      <Section title={t('papers:portfolio.meetings')} help={t('papers:portfolio.meetingsHelp')}>
        <MeetingTable rows={meetings} />
      </Section>
      <Section title={t('papers:portfolio.owners')} help={t('papers:portfolio.ownersHelp')}>
        <OwnerTable rows={owners} />
      </Section>
      <Section title={t('papers:portfolio.effects')} help={t('papers:portfolio.effectsHelp')}>
        <EffectTable rows={effects} />
      </Section>
      <Section title={t('papers:portfolio.consequences')}>
        <ConsequenceTable rows={consequences} />
      </Section>
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { quarters } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return [
    { key: 'name', header: t('common:column.vendor'), sort: 'name', cell: ({ name }) => name },
    {
      key: 'tier',
      header: t('common:column.tier'),
      cell: ({ tier }) => tier && t(`common:tier.${tier}`),
    },
    ...quarters.map((quarter, index): Column<Row> => ({
      key: String(quarter),
      header: quarterText(quarter, { t }),
      cell: ({ reviews }) => {
        const review = reviews[index];
        return review ? (
          <a href={`/reviews/${review.id}`}>
            <RatingMark rating={review.rating} />
          </a>
        ) : null;
      },
    })),
  ];
}
