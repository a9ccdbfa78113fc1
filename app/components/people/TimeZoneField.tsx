import { useTranslation } from 'react-i18next';
import { TextField } from '../form/fields';

type Props = {
  zones: readonly string[];
  initial: string;
  name?: string;
  label?: string;
  help?: string;
};

/** A time zone, typed with the known ones at hand. */
export function TimeZoneField({ zones, initial, name = 'timeZone', label, help }: Props) {
  const { t } = useTranslation();
  const list = `${name}-zones`;
  return (
    <>
      <TextField
        name={name}
        label={label ?? t('people:field.timeZone')}
        help={help ?? t('people:field.timeZoneHelp')}
        initial={initial}
        list={list}
        width="medium"
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id={list}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
