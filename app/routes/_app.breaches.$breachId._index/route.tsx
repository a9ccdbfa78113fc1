import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { measureName } from '~/actions/measure';
import { requirePerson } from '~/auth/require-person.server';
import { Callout } from '~/components/Notice';
import { OutcomeMark } from '~/components/OutcomeMark';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { TwoColumns } from '~/components/Section';
import { StateBadge } from '~/components/StateBadge';
import { useFormat } from '~/components/use-format';
import { formatMonth } from '~/shared/format';
import { found, recordId } from '~/shared/record-id';
import { findBreach } from '~/sla/breach-queries.server';
import { Agreed } from './Agreed';
import { useCaseActions } from './CaseActions';
import { CaseState } from './CaseState';
import { Cost } from './Cost';
import { useBreachFacts } from './facts';
import { loadBreachPage } from './load-page.server';
import { Around, History } from './Measured';
import { Readings } from './Readings';
import { Plan } from './Plan';
import { Side } from './Side';
import { Story } from './Story';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'breaches.read');
  const { reader, scope, locale, t } = visit;
  const breach = found(await findBreach(reader, scope, recordId(args.params['breachId'])));
  const title = t('sla:breach.title', {
    kpi: measureName(breach, { t, locale }),
    period: formatMonth(breach.breach.period, locale),
  });
  return { title, ...(await loadBreachPage(visit, breach)) };
}

export default function BreachRecord() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { breach, isOwn, vendor, contract } = page;
  const { action, also } = useCaseActions(page);
  const isWithdrawn = breach.withdrawnAt !== null;
  return (
    <>
      <PageHeader
        title={page.title}
        crumbs={[{ label: t('sla:title'), href: '/breaches' }]}
        state={
          isWithdrawn ? (
            <StateBadge>{t('sla:breach.withdrawn')}</StateBadge>
          ) : (
            <OutcomeMark outcome="breached" severity={breach.severity} />
          )
        }
        lead={t(isOwn ? 'sla:breach.ofOwn' : 'sla:breach.of', {
          vendor: vendor.name,
          contract: contract.number,
        })}
        facts={useBreachFacts(page)}
        also={also}
        action={action}
      />
      {isWithdrawn && <Withdrawn />}
      <CaseState page={page} />
      <TwoColumns side={<Side page={page} />}>
        <Agreed page={page} />
        <Cost page={page} />
        <Around page={page} />
        <Readings page={page} />
        <Plan page={page} />
        <Story page={page} />
        <History page={page} />
      </TwoColumns>
    </>
  );
}

function Withdrawn() {
  const { history, breach } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const current = history.find(({ supersededAt }) => supersededAt === null);
  return (
    <Callout tone="info">
      {t('sla:breach.withdrawnHelp', {
        period: format.month(breach.period),
        outcome: t(`common:outcome.${current?.outcome ?? 'no_data'}`),
      })}
    </Callout>
  );
}
