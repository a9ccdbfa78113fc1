import { Form, useFormAction, useNavigation } from '@remix-run/react';
import { useMemo, type ReactNode } from 'react';
import type { FormValues } from '~/shared/form-values';
import type { Refused } from '~/shared/outcome';
import { ErrorSummary } from './ErrorSummary';
import { FormContext, reasonsOf } from './form-state';
import classes from './form.module.css';

type Props = {
  /** Where it posts; this page's own action where not given. */
  action?: string;
  /** The action's refusal: its reasons go to their fields and to the summary. */
  refusal?: Pick<Refused, 'reason' | 'fields'> | null | undefined;
  /** What was entered, from `formValues(formData)`, so that a page without script loses nothing. */
  values?: FormValues | null | undefined;
  /** For forms with files. */
  hasFiles?: boolean;
  /** Loads the page anew afterwards, where the reader changes: signing in. */
  reload?: boolean;
  /** A form of several columns or a table sets its own width. */
  wide?: boolean;
  children: ReactNode;
};

/** A form in one column: refused, it says what to mend at each field and sums it up above with links. */
export function EditForm(props: Props) {
  const { action, refusal, values, hasFiles, reload, wide, children } = props;
  const navigation = useNavigation();
  const target = useFormAction(action);
  const isPending = navigation.state !== 'idle' && navigation.formAction === target;
  const state = useMemo(
    () => ({ reasons: reasonsOf(refusal), values: values ?? {}, isPending }),
    [refusal, values, isPending],
  );
  return (
    <FormContext.Provider value={state}>
      <Form
        method="post"
        noValidate
        className={classes.form}
        data-wide={wide}
        reloadDocument={reload ?? false}
        {...(action !== undefined && { action })}
        {...(hasFiles && { encType: 'multipart/form-data' as const })}
      >
        <ErrorSummary />
        {children}
      </Form>
    </FormContext.Provider>
  );
}

/** The form's buttons: the one that does it first, the way out beside it. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}

/** A part of a longer form, under its own heading. */
export function FormSection({
  title,
  help,
  children,
}: {
  title: string;
  help?: ReactNode;
  children: ReactNode;
}) {
  return (
    <fieldset className={classes.section}>
      <legend>{title}</legend>
      {help && <p className={classes.sectionHelp}>{help}</p>}
      {children}
    </fieldset>
  );
}

/** Fields that belong side by side: from and to, amount and currency. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={classes.row}>{children}</div>;
}
