import { describedBy, FieldLabel } from './FieldFrame';
import type { Choice, FieldProps } from './fields';
import { useField } from './form-state';
import classes from './form.module.css';

/** A statement that holds or does not; posts `on`. */
export function CheckboxField({
  name,
  label,
  help,
  initial = false,
  disabled,
}: Omit<FieldProps, 'initial' | 'optional'> & { initial?: boolean }) {
  const { id, error, all } = useField(name);
  return (
    <div className={classes.field}>
      <label className={classes.choice}>
        <input
          id={id}
          type="checkbox"
          name={name}
          defaultChecked={all ? all.includes('on') : initial}
          disabled={disabled}
          {...describedBy(id, error, null)}
        />
        <span>
          {label}
          {help && <span className={classes.choiceHelp}>{help}</span>}
        </span>
      </label>
      {error !== undefined && (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
    </div>
  );
}

type ChoicesProps = Omit<FieldProps, 'initial'> & {
  choices: readonly (Choice & { help?: string })[];
};

/** One of a few, all in sight. */
export function RadioField({ initial, ...props }: ChoicesProps & { initial?: string | null }) {
  return <Choices {...props} type="radio" initial={initial ? [initial] : []} />;
}

/** Any of a few, all in sight; posts each under the same name. */
export function CheckboxesField({
  initial = [],
  ...props
}: ChoicesProps & { initial?: readonly string[] }) {
  return <Choices {...props} type="checkbox" initial={initial} />;
}

type Props = ChoicesProps & { type: 'radio' | 'checkbox'; initial: readonly string[] };

function Choices({ name, label, help, optional, choices, type, initial, disabled }: Props) {
  const { id, error, all } = useField(name);
  const chosen = all ?? initial;
  return (
    <fieldset className={classes.choices} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>
        <FieldLabel label={label} optional={optional} />
      </legend>
      {help && <p className={classes.choicesHelp}>{help}</p>}
      {choices.map((choice, index) => (
        <label key={choice.value} className={classes.choice}>
          <input
            id={index === 0 ? id : undefined}
            type={type}
            name={name}
            value={choice.value}
            defaultChecked={chosen.includes(choice.value)}
            disabled={disabled}
          />
          <span>
            {choice.label}
            {choice.help && <span className={classes.choiceHelp}>{choice.help}</span>}
          </span>
        </label>
      ))}
      {error && (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
