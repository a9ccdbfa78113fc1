import { useTranslation } from 'react-i18next';
import { actionSides } from '~/actions/action';
import { DateField } from '../form/dates';
import { FieldRow } from '../form/EditForm';
import { SelectField, TextField } from '../form/fields';
import classes from './scorecards.module.css';

type Props = { index: number; colleagues: readonly { id: number; name: string }[] };

/** One condition: what, who does it, and by when. */
export function ConditionFields({ index, colleagues }: Props) {
  const { t } = useTranslation();
  const path = `conditions[${index}]`;
  return (
    <div className={classes.part}>
      <TextField
        name={`${path}.title`}
        label={t('assessments:admission.condition', { number: index + 1 })}
        optional
      />
      <FieldRow>
        <SelectField
          name={`${path}.side`}
          label={t('actions:field.side')}
          initial="vendor"
          choices={actionSides.map((value) => ({ value, label: t(`actions:side.${value}`) }))}
        />
        <DateField name={`${path}.dueOn`} label={t('assessments:admission.conditionDue')} />
      </FieldRow>
      <FieldRow>
        <TextField name={`${path}.ownerName`} label={t('actions:field.theirs')} optional />
        <SelectField
          name={`${path}.ownerId`}
          label={t('actions:field.colleague')}
          optional
          choices={colleagues.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      </FieldRow>
    </div>
  );
}
