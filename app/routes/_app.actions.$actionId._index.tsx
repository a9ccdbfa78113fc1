import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { actionAge, actionState, mayVendorClose } from '~/actions/action';
import { actionInWords } from '~/actions/action-queries.server';
import { effectsOfRows } from '~/actions/effect-queries.server';
import { measureName } from '~/actions/measure';
import { sourceLinks } from '~/actions/source-link-queries.server';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { ActionBadge } from '~/components/actions/ActionBadge';
import { ActionTick } from '~/components/actions/ActionTick';
import { EffectText } from '~/components/actions/EffectText';
import { useActionTitle } from '~/components/actions/use-action-title';
import { ButtonLink } from '~/components/form/buttons';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Facts, Section } from '~/components/Section';
import { DateText, InstantText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import { found, recordId } from '~/shared/record-id';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'actions.read');
  const { reader, scope, now, t, can, person, locale } = visit;
  const row = found(await actionInWords(reader, scope, recordId(args.params['actionId'])));
  const { action, vendor, owner, kpi, service, market } = row;
  const effects = await effectsOfRows(reader, [row]);
  const today = dayOf(now);
  const isOwn = person.role === 'vendor';
  const links = await sourceLinks(reader, isOwn ? [] : [action]);
  return {
    title: t('actions:one'),
    action,
    vendor,
    owner,
    measure: kpi && {
      name: measureName({ kpi, service, market }, { t, locale }),
      unit: kpi.unit,
      href: isOwn ? null : `/vendors/${action.vendorId}/kpis/${action.kpiId}`,
      effect: effects.get(action.id) ?? null,
    },
    source: links.get(action.id) ?? null,
    state: actionState(action, today),
    age: actionAge(action, today),
    mayTick: can('actions.write') && (!isOwn || mayVendorClose(action)),
    maySteer: can('actions.steer'),
  };
}

export default function ActionPage() {
  const page = useLoaderData<typeof loader>();
  const { action, state, owner, measure, mayTick, maySteer, age } = page;
  const { t } = useTranslation();
  const format = useFormat();
  const title = useActionTitle()(action);
  const isOpen = state === 'open' || state === 'overdue';
  const base = `/actions/${action.id}`;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ label: t('actions:title'), href: '/actions' }]}
        state={<ActionBadge state={state} />}
        facts={[
          {
            label: t('common:column.due'),
            value: action.dueOn ? format.date(action.dueOn) : t('common:none'),
          },
          { label: t('common:column.owner'), value: owner ?? t(`actions:side.${action.side}`) },
          { label: t('actions:column.age'), value: t('common:days', { count: age }) },
        ]}
        also={
          maySteer &&
          isOpen && (
            <>
              {action.origin !== 'switch' && (
                <ButtonLink href={`${base}/cancellation`}>{t('actions:cancel')}</ButtonLink>
              )}
              <ButtonLink href={`${base}/assignment`}>{t('actions:move')}</ButtonLink>
            </>
          )
        }
        action={
          mayTick &&
          state !== 'cancelled' && (
            <ActionTick
              actionId={action.id}
              isDone={state === 'done'}
              title={title}
              look="primary"
            />
          )
        }
      />
      <Facts items={useActionFacts()} />
      {measure?.effect && (
        <Section title={t('actions:column.effect')} help={t('actions:effect.help')}>
          <EffectText effect={measure.effect} unit={measure.unit} />
        </Section>
      )}
    </>
  );
}

/** Whose it is, what it came from, what it is to move, and what has become of it. */
function useActionFacts() {
  const { action, vendor, measure, source } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return [
    { label: t('common:column.vendor'), value: vendor },
    {
      label: t('common:column.source'),
      value: source ? (
        <a href={source}>{t(`actions:origin.${action.origin}`)}</a>
      ) : (
        t(`actions:origin.${action.origin}`)
      ),
    },
    ...(measure
      ? [
          {
            label: t('actions:field.measure'),
            value: measure.href === null ? measure.name : <a href={measure.href}>{measure.name}</a>,
          },
        ]
      : []),
    { label: t('actions:field.side'), value: t(`actions:side.${action.side}`) },
    {
      label: t('actions:promised'),
      value: <DateText date={action.createdAt.slice(0, 10)} />,
    },
    ...(action.doneAt
      ? [{ label: t('actions:state.done'), value: <InstantText instant={action.doneAt} /> }]
      : []),
    ...(action.cancelledAt
      ? [
          {
            label: t('actions:state.cancelled'),
            value: <InstantText instant={action.cancelledAt} />,
          },
          {
            label: t('common:column.reason'),
            value: action.cancelReason ?? t('common:none'),
          },
        ]
      : []),
  ];
}
