import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { Comparison } from '~/components/fallback/Comparison';
import { DecisionForms } from '~/components/fallback/DecisionForms';
import { ProposalHeader } from '~/components/fallback/ProposalHeader';
import { ProposalSide } from '~/components/fallback/ProposalSide';
import { SwitchPlan } from '~/components/fallback/SwitchPlans';
import { WhyNot } from '~/components/fallback/WhyNot';
import { Callout } from '~/components/Notice';
import { pageTitle } from '~/components/page-title';
import { Section, TwoColumns } from '~/components/Section';
import { findProposal } from '~/fallback/proposal-queries.server';
import {
  causesOfProposal,
  earlierRankingsOf,
  findEarlierRanking,
  plansOfProposal,
  snapshotWithin,
} from '~/fallback/proposal-record-queries.server';
import { decidingOf, proposalTitle } from '~/fallback/proposal-words';
import { planForPage } from '~/fallback/switch-plan';
import { tallyOf } from '~/fallback/tally';
import { countryName } from '~/shared/country-codes';
import { found, recordId } from '~/shared/record-id';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'fallback.read');
  const { reader, scope, person, now, t, locale, can } = visit;
  const proposalId = recordId(args.params['proposalId']);
  const proposal = found(await findProposal(reader, scope, proposalId));
  const ranking = new URL(args.request.url).searchParams.get('ranking');
  const snapshot =
    ranking === null
      ? proposal.snapshot
      : found(await findEarlierRanking(reader, proposalId, recordId(ranking)));
  const { shown, unnamed } = await snapshotWithin(reader, scope, snapshot);
  const plans = await plansOfProposal(reader, proposalId);
  const isOpen = proposal.state === 'open' && ranking === null;
  return {
    title: proposalTitle(snapshot, t, locale),
    today: dayOf(now),
    proposal: {
      id: proposalId,
      state: proposal.state,
      madeOn: proposal.createdAt.slice(0, 10),
      decidedOn: proposal.decidedAt?.slice(0, 10) ?? null,
      decider: proposal.decider,
      reason: proposal.decisionReason,
    },
    snapshot: {
      ...shown,
      candidates: shown.candidates.map((candidate) => ({
        ...candidate,
        vendor: countryInWords(candidate.vendor, locale),
      })),
    },
    tally: tallyOf(snapshot),
    unnamed,
    isEarlier: ranking !== null,
    earlier: await earlierRankingsOf(reader, proposalId),
    causes: await causesOfProposal(reader, proposalId),
    plans: plans.map((plan) => planForPage(plan)),
    mayDecide: isOpen && can('fallback.decide') && proposal.askedBy !== person.id,
    askedSelf: isOpen && can('fallback.decide') && proposal.askedBy === person.id,
    mayPropose: isOpen && can('fallback.propose'),
    mayMark: can('fallback.propose'),
    mayAbandon: can('fallback.decide'),
  };
}

/** The country by its name; browsers may know another than the server. */
function countryInWords<Vendor extends { country: string | null }>(vendor: Vendor, locale: string) {
  return { ...vendor, country: vendor.country && countryName(vendor.country, locale) };
}

export default function Proposal() {
  const data = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { proposal, snapshot, plans } = data;
  const isOpen = proposal.state === 'open' && !data.isEarlier;
  const behind = snapshot.behind?.excluded ?? [];
  return (
    <>
      <ProposalHeader {...data} />
      {plans.length > 0 && <SwitchPlans />}
      {snapshot.candidates.length > 0 ? (
        <Section title={t('fallback:compare.section')} help={t('fallback:compare.help')}>
          <Comparison snapshot={snapshot} decidesOn={data.mayDecide ? proposal.id : null} />
        </Section>
      ) : (
        <Section title={t('fallback:compare.section')}>
          <Callout tone="attention" title={t('fallback:proposal.gapTitle')}>
            {t(isOpen ? 'fallback:proposal.gap' : 'fallback:proposal.gapThen')}
          </Callout>
        </Section>
      )}
      {isOpen && <Decide />}
      <TwoColumns side={<ProposalSide {...data} />}>
        <Section
          title={t('fallback:whyNot.section')}
          {...(snapshot.excluded.length + behind.length > 0 && { help: t('fallback:whyNot.help') })}
        >
          <WhyNot
            excluded={snapshot.excluded}
            behind={behind}
            tally={data.tally}
            unnamed={data.unnamed}
            nearest={snapshot.nearestMisses}
            terms={snapshot.terms}
          />
        </Section>
      </TwoColumns>
    </>
  );
}

function SwitchPlans() {
  const { proposal, plans, today, mayMark, mayAbandon } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Section title={t('fallback:plan.section')}>
      {plans.map((plan) => (
        <SwitchPlan
          key={plan.id}
          plan={plan}
          proposalId={proposal.id}
          today={today}
          canMark={mayMark}
          canAbandon={mayAbandon}
        />
      ))}
    </Section>
  );
}

/** The decision, or why the reader does not make it. */
function Decide() {
  const { proposal, snapshot, mayDecide, askedSelf } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <div id="decide">
      <Section
        title={t('fallback:decision.section')}
        {...(mayDecide && { help: t('fallback:decision.help') })}
      >
        {mayDecide ? (
          <DecisionForms of={decidingOf(proposal.id, snapshot)} />
        ) : (
          <p>{t(askedSelf ? 'fallback:decision.notYou' : 'fallback:decision.onlyManagers')}</p>
        )}
      </Section>
    </div>
  );
}
