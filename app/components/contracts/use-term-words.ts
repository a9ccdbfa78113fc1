import { useTranslation } from 'react-i18next';
import type { Band } from '~/contracts/sla-bands';
import { bandLimits } from '~/contracts/band-limits';
import type { SlaTerm } from '~/contracts/sla-term';
import { higherIsBetter } from '~/contracts/sla-vocabulary';
import { useFormat } from '../use-format';

/** The parts of a term in the order in which people think of it. */
export const termParts = [
  'target',
  'warnAt',
  'bands',
  'window',
  'missing',
  'repeat',
  'credit',
  'aggregate',
  'minSample',
  'earnBack',
  'critical',
  'roundTo',
  'sources',
  'from',
  'to',
] as const;
export type TermPart = (typeof termParts)[number];
export type TermWords = Record<TermPart, string>;

/** What a term says, part by part in the reader's words; the same term always gives the same words. */
export function useTermWords(): (term: SlaTerm, unit: string | null) => TermWords {
  const { t } = useTranslation();
  const format = useFormat();
  const bandWords = useBandWords();
  const repeatWords = useRepeatWords();
  const creditWords = useCreditWords();
  return (term, unit) => {
    const number = (text: string) => format.number(text, { maxDigits: 12 });
    const measure = (text: string) => format.number(text, { maxDigits: 12, unit });
    const none = t('common:none');
    return {
      target: `${t(`common:operator.${term.operator}`)} ${measure(term.target)}`,
      warnAt: term.warn_at === null ? none : measure(term.warn_at),
      bands: term.bands
        .map((band) => bandWords(term.operator, band, unit))
        .join(t('contracts:words.next')),
      window: t(`contracts:words.${term.window.kind}`, { count: term.window.months }),
      missing:
        term.missing === 'ignore'
          ? t('contracts:words.waits')
          : t('contracts:words.countsAs', { severity: t(`common:severity.${term.missing}`) }),
      repeat: repeatWords(term.repeat),
      credit: creditWords(term.credit),
      aggregate: t(`contracts:aggregate.${term.aggregate}`),
      minSample:
        term.min_sample === null
          ? none
          : t('contracts:words.observations', { least: number(term.min_sample) }),
      earnBack:
        term.earn_back === null
          ? none
          : t('contracts:words.earnBack', { count: term.earn_back.periods }),
      critical: t(term.critical ? 'common:yes' : 'common:no'),
      roundTo:
        term.round_to === null
          ? t('contracts:words.unrounded')
          : t('contracts:words.decimals', { count: term.round_to }),
      sources: term.sources
        .map((source) => t(`common:source.${source}`))
        .join(t('contracts:words.before')),
      from:
        term.effective_from === null
          ? t('contracts:words.contractStart')
          : format.date(term.effective_from),
      to:
        term.effective_to === null
          ? t('contracts:words.contractEnd')
          : format.date(term.effective_to),
    };
  };
}

/** A band: how far from the target, how grave, and what it costs beyond. */
function useBandWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const number = (text: string) => format.number(text, { maxDigits: 12 });
  return (operator: SlaTerm['operator'], band: Band, unit: string | null): string => {
    const measure = (text: string) => format.number(text, { maxDigits: 12, unit });
    const { near, far } = bandLimits(band, operator);
    const side = higherIsBetter(operator) ? 'below' : 'above';
    const range =
      far === null
        ? t(`contracts:words.${side}`, { near: measure(near ?? '') })
        : t('contracts:words.range', { near: number(near ?? ''), far: measure(far) });
    const words = t('contracts:words.band', {
      severity: t(`common:severity.${band.severity}`),
      range,
    });
    const extra = [
      band.points !== '0' &&
        t('contracts:words.points', { count: Number(band.points), points: number(band.points) }),
      band.credit_percent !== '0' &&
        t('contracts:words.ofFee', { percent: format.percent(band.credit_percent, 12) }),
    ].filter((part) => part !== false);
    return extra.length === 0
      ? words
      : t('contracts:words.bracketed', { words, extra: extra.join(t('contracts:words.and')) });
  };
}

/** When breaches have come often enough, and what is due then. */
function useRepeatWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return (repeat: SlaTerm['repeat']): string => {
    if (!repeat) return t('common:none');
    const rights = [
      repeat.consecutive !== null &&
        t('contracts:words.consecutive', { times: repeat.consecutive }),
      repeat.n_of_m !== null &&
        t('contracts:words.nOfM', { n: repeat.n_of_m[0], m: repeat.n_of_m[1] }),
      repeat.multiplier !== '1' &&
        t('contracts:words.multiplier', {
          times: format.number(repeat.multiplier, { maxDigits: 12 }),
        }),
    ].filter((part) => part !== false);
    return rights.length === 0 ? t('common:none') : rights.join(t('contracts:words.next'));
  };
}

/** By which method a credit is reckoned; of a pool, how large it is and the term's share. */
function useCreditWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return (credit: SlaTerm['credit']): string => {
    const method = t(`contracts:method.${credit.method}`);
    if (credit.method !== 'pool') return method;
    const pool = t('contracts:words.pool', {
      pool: format.percent(credit.pool_percent ?? '0', 12),
      share: format.percent(credit.allocation_percent ?? '0', 12),
    });
    return t('contracts:words.with', { method, pool });
  };
}

/** The parts in which two terms differ. */
export function differingParts(before: TermWords, after: TermWords): TermPart[] {
  return termParts.filter((part) => before[part] !== after[part]);
}
