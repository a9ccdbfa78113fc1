import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PostButton } from '~/components/breach/PostButton';
import { ButtonLink, type Look } from '~/components/form/buttons';
import { isOver, type CaseMove } from '~/sla/case';
import type { BreachPage } from './load-page.server';

/** The case's moves in the order of their weight: the first that is open is the page's one primary action. */
const order: readonly CaseMove[] = [
  'acknowledge',
  'submit_plan',
  'accept_plan',
  'reject_dispute',
  'close',
  'verify',
  'return_plan',
  'dispute',
  'excuse',
  'waive',
];

/** What the reader may do: the primary action and the lesser ones. */
export function useCaseActions(page: BreachPage): { action: ReactNode; also: ReactNode } {
  const { t } = useTranslation();
  const base = `/breaches/${page.id}`;
  const moves = order.filter((move) => page.case.moves.includes(move));
  if (!page.mayAct || isOver(page.case.state)) return { action: null, also: null };
  // Excusing and waiving are never what a case waits for.
  const first = moves.find((move) => move !== 'excuse' && move !== 'waive' && move !== 'dispute');
  const rest = moves.filter((move) => move !== first);
  return {
    action: first ? (
      button(first, 'primary')
    ) : (
      <ButtonLink href={`${base}/reply`} look="primary">
        {t('sla:act.reply')}
      </ButtonLink>
    ),
    also: (
      <>
        {rest.map((move) => (
          <span key={move}>{button(move, 'quiet')}</span>
        ))}
      </>
    ),
  };

  function button(move: CaseMove, look: Look): ReactNode {
    switch (move) {
      case 'acknowledge':
        return (
          <PostButton action={`${base}/acknowledgement`} look={look}>
            {t('sla:act.acknowledge')}
          </PostButton>
        );
      case 'accept_plan':
        return (
          <PostButton action={`${base}/plan-acceptance`} look={look}>
            {t('sla:act.acceptPlan')}
          </PostButton>
        );
      case 'submit_plan':
        return way('plan', t('sla:act.plan'), look === 'quiet' ? 'secondary' : look);
      case 'return_plan':
        return way('plan-return', t('sla:act.returnPlan'), 'secondary');
      case 'verify':
        return way('verification', t('sla:act.verify'), look);
      case 'close':
        return way('closure', t('sla:act.close'), look);
      case 'dispute':
        return way('dispute', t('sla:act.dispute'), look);
      case 'uphold_dispute':
      case 'reject_dispute':
        return way('ruling', t('sla:act.rule'), look);
      case 'excuse':
        return way('excusal', t('sla:act.excuse'), look);
      case 'waive':
        return way('waiver', t('sla:act.waive'), look);
      case 'accept_by_silence':
        return null;
    }
  }

  function way(path: string, words: string, look: Look): ReactNode {
    return (
      <ButtonLink href={`${base}/${path}`} look={look}>
        {words}
      </ButtonLink>
    );
  }
}
