import { useTranslation } from 'react-i18next';
import type { ActionEffect } from '~/actions/action-effect';
import { StateBadge } from '../StateBadge';
import { useFormat } from '../use-format';

/** A KPI before and after, and whether that is the better for it: `78.1% → 82.4%`. */
export function EffectText({ effect, unit }: { effect: ActionEffect; unit: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { before, after, better } = effect;
  const figure = (value: string | null) =>
    value === null
      ? t('common:outcome.no_data')
      : format.number(value, { unit, minDigits: unit === '%' ? 2 : 0 });
  return (
    <>
      <span className="figure">
        {t('actions:effect.fromTo', { before: figure(before), after: figure(after) })}
      </span>{' '}
      <EffectBadge better={better} />
    </>
  );
}

/** What an effect is in a word. */
export function EffectBadge({ better }: Pick<ActionEffect, 'better'>) {
  const { t } = useTranslation();
  if (better === null) return <StateBadge>{t('actions:effect.unknown')}</StateBadge>;
  return (
    <StateBadge tone={better ? 'good' : 'bad'}>
      {t(`actions:effect.${better ? 'better' : 'worse'}`)}
    </StateBadge>
  );
}
