import { useTranslation } from 'react-i18next';
import { CaseBadge } from '~/components/breach/CaseBadge';
import { SeverityMark } from '~/components/OutcomeMark';
import { Facts, Section } from '~/components/Section';
import { DateText, NumberText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import classes from './breach.module.css';
import type { BreachPage } from './load-page.server';

const MOST_OTHERS = 24;

/** Facts at the side: the case, its breaches, agreed exclusions, and for our side the fallback. */
export function Side({ page }: { page: BreachPage }) {
  return (
    <>
      <CaseFacts page={page} />
      <Details page={page} />
      <Others page={page} />
      <Excusals page={page} />
      <Proposals page={page} />
    </>
  );
}

function CaseFacts({ page }: { page: BreachPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, dueOn, severity, breachCount, openedOn, firstPeriod, lastPeriod } = page.case;
  const span =
    firstPeriod === lastPeriod
      ? format.month(firstPeriod)
      : t('sla:case.span', { from: format.month(firstPeriod), to: format.month(lastPeriod) });
  return (
    <Section title={t('sla:breach.case')}>
      <Facts
        items={[
          { label: t('sla:case.state'), value: <CaseBadge state={state} /> },
          ...(dueOn === null
            ? []
            : [{ label: t('sla:case.due'), value: <DateText date={dueOn} /> }]),
          { label: t('sla:case.severity'), value: <SeverityMark severity={severity} /> },
          { label: t('sla:case.count'), value: `${breachCount} · ${span}` },
          { label: t('sla:case.opened'), value: <DateText date={openedOn} /> },
        ]}
      />
    </Section>
  );
}

function Details({ page }: { page: BreachPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { vendor, contract, place, evaluation, breach } = page;
  return (
    <Section title={t('sla:breach.details')}>
      <Facts
        items={[
          ...(page.seesVendor
            ? [
                {
                  label: t('common:column.vendor'),
                  value: <a href={`/vendors/${vendor.id}`}>{vendor.name}</a>,
                },
                {
                  label: t('common:column.kpi'),
                  value: <a href={`/vendors/${vendor.id}/kpis/${page.kpi.id}`}>{page.kpi.name}</a>,
                },
              ]
            : [
                {
                  label: t('common:column.kpi'),
                  value: <a href={`/vendors/${vendor.id}/kpis/${page.kpi.id}`}>{page.kpi.name}</a>,
                },
              ]),
          {
            label: t('common:column.contract'),
            value: <a href={`/contracts/${contract.id}`}>{contract.number}</a>,
          },
          ...(place.length === 0
            ? []
            : [{ label: t('common:column.market'), value: place.join(' · ') }]),
          { label: t('sla:list.kind'), value: t(`common:breachKind.${breach.kind}`) },
          ...(evaluation.sampleSize === null
            ? []
            : [
                {
                  label: t('common:column.sample'),
                  value: format.number(evaluation.sampleSize),
                },
              ]),
          {
            label: t('common:column.points'),
            value: <NumberText value={evaluation.points} />,
          },
          { label: t('sla:credits.asOf'), value: <DateText date={evaluation.asOf} /> },
        ]}
      />
      {contract.demonstration && <p className={classes.note}>{t('sla:breach.demonstration')}</p>}
    </Section>
  );
}

function Others({ page }: { page: BreachPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (page.others.length < 2) return null;
  return (
    <Section title={t('sla:breach.others')}>
      <ul className={classes.list}>
        {page.others.slice(0, MOST_OTHERS).map(({ id, period, severity, withdrawnAt }) => (
          <li key={id} aria-current={id === page.id ? 'true' : undefined}>
            <a href={`/breaches/${id}`}>{format.month(period)}</a>
            {withdrawnAt === null ? (
              <SeverityMark severity={severity} />
            ) : (
              <span>{t('sla:list.withdrawn')}</span>
            )}
          </li>
        ))}
      </ul>
      {page.others.length > MOST_OTHERS && (
        <p className={classes.note}>
          <a href="/breaches">{t('sla:performance.allBreaches')}</a>
        </p>
      )}
    </Section>
  );
}

function Excusals({ page }: { page: BreachPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (page.excusals.length === 0) return null;
  return (
    <Section title={t('sla:breach.excusals')}>
      <ul className={classes.list}>
        {page.excusals.map(({ id, firstPeriod, lastPeriod, kind, reason, agreedBy }) => (
          <li key={id}>
            <span>
              {firstPeriod === lastPeriod
                ? format.month(firstPeriod)
                : t('sla:case.span', {
                    from: format.month(firstPeriod),
                    to: format.month(lastPeriod),
                  })}
            </span>
            <span>{t(`sla:excusalKind.${kind}`)}</span>
            <p>{reason}</p>
            <p>{t('sla:case.agreedBy', { who: agreedBy })}</p>
            {!page.isOwn && page.mayAct && (
              <p>
                <a href={`/breaches/${page.id}/excusals/${id}/revocation`}>
                  {t('sla:case.revoke')}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Proposals({ page }: { page: BreachPage }) {
  const { t } = useTranslation();
  if (page.proposals === null) return null;
  return (
    <Section title={t('sla:breach.proposals')}>
      {page.proposals.length === 0 ? (
        <p className={classes.note}>{t('sla:case.propose')}</p>
      ) : (
        <ul className={classes.list}>
          {page.proposals.map(({ id, state, asOf, place, candidateCount }) => (
            <li key={id}>
              <a href={`/proposals/${id}`}>{place}</a>
              <span>{t(`common:proposalState.${state}`)}</span>
              <p>
                {t('sla:case.candidates', { count: candidateCount })} · <DateText date={asOf} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
