import { useTranslation } from 'react-i18next';
import { SelectField, type Choice } from '../form/fields';

/** The KPI that an action is to move, of those that the vendor has promised; nothing to choose, no field. */
export function MeasureField({ measures }: { measures: readonly Choice[] }) {
  const { t } = useTranslation();
  if (measures.length === 0) return null;
  return (
    <SelectField
      name="measure"
      label={t('actions:field.measure')}
      help={t('actions:field.measureHelp')}
      optional
      choices={measures}
    />
  );
}
