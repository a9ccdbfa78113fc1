import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { ProposalSnapshot, ProposalState } from '~/fallback/proposal';
import type { Tally } from '~/fallback/tally';
import { Button, ButtonLink } from '../form/buttons';
import { Callout } from '../Notice';
import { PageHeader } from '../PageHeader';
import { StateBadge } from '../StateBadge';
import { useFormat } from '../use-format';

type Decided = {
  id: number;
  state: ProposalState;
  decidedOn: string | null;
  decider: string | null;
  reason: string | null;
};

type Props = {
  title: string;
  proposal: Decided;
  snapshot: ProposalSnapshot;
  tally: Tally;
  isEarlier: boolean;
  mayDecide: boolean;
  mayPropose: boolean;
};

/** The question, how it stands, and the figures that matter before looking closer. */
export function ProposalHeader(props: Props) {
  const { title, proposal, snapshot, tally, isEarlier, mayDecide, mayPropose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ label: t('fallback:title'), href: '/fallback' }]}
        state={
          <StateBadge tone={proposal.state === 'open' ? 'accent' : 'quiet'}>
            {t(`common:proposalState.${proposal.state}`)}
          </StateBadge>
        }
        facts={useFacts(snapshot, tally)}
        {...(mayDecide && {
          action: (
            <ButtonLink href="#decide" look="primary">
              {t('fallback:proposal.decide')}
            </ButtonLink>
          ),
        })}
        {...(mayPropose && {
          also: (
            <Form method="post" action={`/proposals/${proposal.id}/ranking`}>
              <Button type="submit">{t('fallback:proposal.rankAgain')}</Button>
            </Form>
          ),
        })}
      />
      {isEarlier && (
        <Callout tone="info">
          {t('fallback:proposal.viewingEarlier', { date: format.date(snapshot.asOf) })}{' '}
          <a href={`/proposals/${proposal.id}`}>{t('fallback:proposal.toCurrent')}</a>
        </Callout>
      )}
      {proposal.decidedOn !== null && <Decision proposal={proposal} date={proposal.decidedOn} />}
    </>
  );
}

function useFacts(snapshot: ProposalSnapshot, { candidates, considered }: Tally) {
  const { t } = useTranslation();
  const format = useFormat();
  const { asked, asOf, service } = snapshot;
  const [leader] = snapshot.candidates;
  return [
    {
      label: t('fallback:proposal.leader'),
      value: leader?.vendor.name ?? t('fallback:proposal.nobody'),
      note:
        leader &&
        t('fallback:proposal.leaderNote', {
          score: format.number(leader.score, { maxDigits: 1 }),
        }),
    },
    {
      label: t('fallback:proposal.candidates'),
      value: format.number(candidates),
      note: t('fallback:proposal.candidatesNote', { total: format.number(considered) }),
    },
    {
      label: t('fallback:proposal.volume'),
      value:
        asked.unitsAMonth === null
          ? t('fallback:proposal.volumeUnknown')
          : format.number(asked.unitsAMonth, { maxDigits: 0 }),
      note: asked.unitsAMonth !== null && t('fallback:proposal.volumeNote'),
    },
    {
      label: t('fallback:proposal.recovery'),
      value:
        service.recoveryDays === null
          ? t('common:notSet')
          : t('common:days', { count: service.recoveryDays }),
    },
    {
      label: t('fallback:proposal.asOf'),
      value: format.date(asOf),
      note: t('fallback:proposal.asOfNote'),
    },
  ];
}

function Decision({ proposal, date }: { proposal: Decided; date: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = {
    name: proposal.decider ?? t('fallback:decision.somebody'),
    date: format.date(date),
    reason: proposal.reason ?? '',
  };
  if (proposal.state === 'open') return null;
  const key = proposal.state === 'split' ? 'splitDone' : proposal.state;
  return <Callout tone="info">{t(`fallback:decision.${key}`, words)}</Callout>;
}
