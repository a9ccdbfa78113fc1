import { useTranslation } from 'react-i18next';
import type { Role } from '~/auth/permission';
import { formatPeriod, type Period } from '~/shared/period';
import type { KeyFact } from '../KeyFacts';
import { OutcomeMark } from '../OutcomeMark';
import { MoneyText } from '../texts';
import { useFormat } from '../use-format';

export type DeskFigures = {
  month: {
    period: Period;
    breaches: number;
    credits: { currency: string; minor: number }[];
    house: { currency: string; minor: number } | null;
  } | null;
  exposure: {
    exposed: number;
    places: number;
    withoutStandby: number;
    openProposals: number;
  } | null;
  portal: {
    people: number;
    keptLetters: number;
    entries: number;
    chain: { checked: number; isWhole: boolean };
  } | null;
};

/** The figures beside the desk, each leading to the rows behind it. */
export function useDeskFacts(role: Role, { month, exposure, portal }: DeskFigures): KeyFact[] {
  const facts = [...useMonthFacts(month), ...useExposureFacts(exposure)];
  const ofPortal = usePortalFacts(role, portal);
  return role === 'auditor' || role === 'administrator'
    ? [...ofPortal, ...facts].slice(0, 5)
    : facts;
}

function useMonthFacts(month: DeskFigures['month']): KeyFact[] {
  const { t } = useTranslation();
  const format = useFormat();
  if (!month) return [];
  const { period, breaches, credits, house } = month;
  const [first, ...others] = credits;
  const inMonth = format.month(period);
  const query = `?period=${formatPeriod(period)}`;
  const isOneCurrency = first && others.length === 0;
  return [
    {
      label: t('desk:figure.breaches', { month: inMonth }),
      value: <a href={`/breaches${query}`}>{format.number(breaches)}</a>,
    },
    {
      label: t('desk:figure.credits', { month: inMonth }),
      value: (
        <a href={`/credits${query}`}>
          {credits.length === 0 && t('desk:figure.none')}
          {credits.map(({ currency, minor }) => (
            <div key={currency}>
              <MoneyText minor={minor} currency={currency} />
            </div>
          ))}
        </a>
      ),
      note:
        house && !(isOneCurrency && first.currency === house.currency) ? (
          <>
            ≈ <MoneyText minor={house.minor} currency={house.currency} />
          </>
        ) : undefined,
    },
  ];
}

function useExposureFacts(exposure: DeskFigures['exposure']): KeyFact[] {
  const { t } = useTranslation();
  const format = useFormat();
  if (!exposure) return [];
  const { exposed, places, withoutStandby, openProposals } = exposure;
  return [
    {
      label: t('desk:figure.proposals'),
      value: <a href="/fallback?state=open">{format.number(openProposals)}</a>,
    },
    {
      label: t('desk:figure.exposed'),
      value: <a href="/readiness?exposed=yes">{format.number(exposed)}</a>,
      note: t('desk:figure.ofPlaces', { count: places }),
    },
    {
      label: t('desk:figure.withoutStandby'),
      value: <a href="/readiness?standby=none">{format.number(withoutStandby)}</a>,
      note: t('desk:figure.ofPlaces', { count: places }),
    },
  ];
}

function usePortalFacts(role: Role, portal: DeskFigures['portal']): KeyFact[] {
  const { t } = useTranslation();
  const format = useFormat();
  if (!portal) return [];
  const { people, keptLetters, entries, chain } = portal;
  const trail: KeyFact[] = [
    {
      label: t('desk:figure.entries'),
      value: <a href="/audit">{format.number(entries)}</a>,
    },
    {
      label: t('desk:figure.chain'),
      value: chain.isWhole ? t('desk:figure.whole') : <OutcomeMark outcome="breached" />,
      note: chain.isWhole
        ? t('desk:figure.checked', { count: chain.checked })
        : t('desk:figure.broken'),
    },
  ];
  if (role === 'auditor') return trail;
  return [
    { label: t('desk:figure.people'), value: <a href="/people">{format.number(people)}</a> },
    {
      label: t('desk:figure.kept'),
      value: <a href="/mail?state=kept">{format.number(keptLetters)}</a>,
    },
    ...trail,
  ];
}
