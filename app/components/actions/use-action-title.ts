import { useTranslation } from 'react-i18next';

/** What an action is, in words: a step known by the product, or what was promised. */
export function useActionTitle(): (action: {
  step: string | null;
  title: string | null;
}) => string {
  const { t } = useTranslation();
  return ({ step, title }) =>
    title ??
    (step === null
      ? ''
      : t(`fallback:plan.step.${step}` as 'fallback:plan.step.notice', { defaultValue: step }));
}
