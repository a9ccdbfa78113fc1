import { useTranslation } from 'react-i18next';
import { agendaItems } from '~/packs/section';
import { agendaTitle } from '~/packs/show-value';
import { decisionKinds } from '~/reviews/record';
import { RadioField } from '../form/choices';
import { SelectField, TextAreaField } from '../form/fields';
import { useSpeech } from './use-speech';

/** What was decided, under which point of the agenda, and whether it changes the vendor's standing. */
export function DecisionFields() {
  const { t } = useTranslation();
  const speech = useSpeech();
  return (
    <>
      <TextAreaField name="text" label={t('reviews:decision.text')} rows={3} maxLength={4000} />
      <SelectField
        name="agenda"
        label={t('reviews:decision.agenda')}
        choices={agendaItems.map((item) => ({ value: item, label: agendaTitle(item, speech) }))}
      />
      <RadioField
        name="kind"
        label={t('reviews:decision.kind')}
        initial="decision"
        choices={decisionKinds.map((value) => ({
          value,
          label: t(`reviews:decision.kinds.${value}`),
          help: t(`reviews:decision.kindHelp.${value}`),
        }))}
      />
    </>
  );
}
