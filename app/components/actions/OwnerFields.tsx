import { useTranslation } from 'react-i18next';
import { actionSides } from '~/actions/action';
import { RadioField } from '../form/choices';
import { DateField } from '../form/dates';
import { SelectField, TextField } from '../form/fields';

type Props = {
  colleagues: readonly { id: number; name: string }[];
  initial?: {
    side: 'ours' | 'vendor';
    ownerId: number | null;
    ownerName: string | null;
    dueOn: string | null;
  };
};

/** Who does it and by when: a person of ours, or somebody named on the vendor's side. */
export function OwnerFields({ colleagues, initial }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <RadioField
        name="side"
        label={t('actions:field.side')}
        initial={initial?.side ?? 'ours'}
        choices={actionSides.map((value) => ({ value, label: t(`actions:side.${value}`) }))}
      />
      <SelectField
        name="ownerId"
        label={t('actions:field.colleague')}
        help={t('actions:field.colleagueHelp')}
        optional
        initial={initial?.ownerId == null ? null : String(initial.ownerId)}
        choices={colleagues.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <TextField
        name="ownerName"
        label={t('actions:field.theirs')}
        help={t('actions:field.theirsHelp')}
        optional
        width="medium"
        initial={initial?.ownerName ?? null}
      />
      <DateField name="dueOn" label={t('common:column.due')} initial={initial?.dueOn ?? null} />
    </>
  );
}
