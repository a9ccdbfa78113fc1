import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '~/components/DataTable';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { IconAlert, IconCheck } from '~/components/icons';
import { Section } from '~/components/Section';
import { StateBadge } from '~/components/StateBadge';
import { DateText } from '~/components/texts';
import { useFormat } from '~/components/use-format';
import type { VendorPage } from './load-page.server';
import classes from './vendor.module.css';

type Offering = VendorPage['offerings'][number];

/** What it can do where, at what price, and how ready it stands. */
export function Offerings({ page: { vendor, offerings, may } }: { page: VendorPage }) {
  const { t } = useTranslation();
  const columns = useOfferingColumns();
  return (
    <Section
      title={t('vendors:offering.section')}
      help={t('vendors:offering.help')}
      action={
        may.write && (
          <ButtonLink href={`/vendors/${vendor.id}/offerings/new`}>
            {t('vendors:offering.add')}
          </ButtonLink>
        )
      }
    >
      <DataTable
        name="vendor-offerings"
        label={t('vendors:offering.section')}
        rows={offerings}
        rowKey={({ id }) => id}
        rowHref={({ id }) => (may.write ? `/vendors/${vendor.id}/offerings/${id}` : null)}
        columns={columns}
        empty={<EmptyState title={t('vendors:offering.empty')} />}
      />
    </Section>
  );
}

function useOfferingColumns(): Column<Offering>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const days = t('vendors:offering.days');
  return [
    {
      key: 'place',
      header: `${t('common:column.service')} · ${t('common:column.market')}`,
      cell: ({ service, market }) => `${service} · ${market}`,
    },
    {
      key: 'share',
      header: t('vendors:offering.shareShort'),
      unit: '%',
      align: 'end',
      cell: ({ sharePercent }) => sharePercent && format.number(sharePercent),
    },
    {
      key: 'capacity',
      header: t('common:column.capacity'),
      align: 'end',
      cell: ({ capacity }) => capacity && format.number(capacity),
    },
    {
      key: 'price',
      header: t('vendors:offering.price'),
      align: 'end',
      cell: ({ unitPrice, currency }) =>
        unitPrice &&
        `${currency ?? ''}\u00a0${format.number(unitPrice, { minDigits: 2, maxDigits: 6 })}`,
    },
    {
      key: 'switch',
      header: t('vendors:offering.switchShort'),
      unit: days,
      align: 'end',
      cell: ({ switchDays }) => switchDays,
    },
    {
      key: 'lead',
      header: t('vendors:offering.leadTime'),
      unit: days,
      align: 'end',
      hidden: true,
      cell: ({ leadTimeDays }) => leadTimeDays,
    },
    {
      key: 'readiness',
      header: t('vendors:offering.readiness'),
      cell: (offering) => <Readiness offering={offering} />,
    },
  ];
}

const steps = ['standbySignedOn', 'switchTestedOn', 'integratedOn'] as const;
const words = { done: 'done', open: 'open', too_old: 'tooOld' } as const;

/** The three steps to being ready: done, too old, or open, with the day of each. */
function Readiness({ offering }: { offering: Offering }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={classes.steps}>
      {offering.standbyOrder !== null && (
        <li>{t('vendors:offering.standby', { order: offering.standbyOrder })}</li>
      )}
      {steps.map((key) => {
        const state = offering.readiness[key];
        const day = offering[key];
        const step = t(`vendors:offering.steps.${key}`);
        const said = t(`vendors:offering.${words[state]}`, {
          step,
          date: day === null ? '' : format.date(day),
        });
        return (
          <li key={key} data-state={state} title={said}>
            {state === 'done' && <IconCheck size={14} aria-hidden />}
            {state === 'too_old' && <IconAlert size={14} aria-hidden />}
            {state === 'open' && <span aria-hidden className={classes.ring} />}
            <span aria-hidden>{step}</span>
            <span className="visually-hidden">{said}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** The contracts with it, in short. */
export function Contracts({ page: { contracts } }: { page: VendorPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t('vendors:contract.section')}>
      <DataTable
        name="vendor-contracts"
        label={t('vendors:contract.section')}
        rows={contracts}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/contracts/${id}`}
        empty={<EmptyState title={t('vendors:contract.empty')} />}
        columns={[
          { key: 'number', header: t('common:column.number'), cell: ({ number }) => number },
          {
            key: 'title',
            header: t('common:column.contract'),
            card: 'name',
            cell: ({ title }) => title,
          },
          {
            key: 'state',
            header: t('common:column.status'),
            card: 'state',
            cell: ({ standing }) => (
              <StateBadge tone={standing === 'in_force' ? 'accent' : 'quiet'}>
                {t(`common:contractState.${standing}`)}
              </StateBadge>
            ),
          },
          {
            key: 'ends',
            header: t('common:column.ends'),
            cell: ({ endsOn }) => (endsOn ? <DateText date={endsOn} /> : t('vendors:fact.noEnd')),
          },
          {
            key: 'fee',
            header: t('vendors:contract.fee'),
            card: 'figure',
            align: 'end',
            cell: ({ feeMinor, currency }) =>
              feeMinor === null ? null : format.money(feeMinor, currency),
          },
        ]}
      />
    </Section>
  );
}
