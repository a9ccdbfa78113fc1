import { Form } from '@remix-run/react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, SubmitButton } from './buttons';
import classes from './form.module.css';

type Props = {
  /** What the button says: "End the contract". */
  label: string;
  /** What will happen and whether it can be undone. */
  children: ReactNode;
  /** What the dialog asks; the label where not given. */
  title?: string;
  /** Where it posts. */
  action: string;
  /** Entries that go with it. */
  values?: Readonly<Record<string, string>>;
  /** Red for what destroys; else the accent. */
  look?: 'danger' | 'primary';
  /** The look of the button that opens it. */
  openLook?: 'primary' | 'secondary' | 'quiet';
};

/** A button that asks before it does what can't be undone; a popover of the browser's own, so it needs no script. */
export function ConfirmButton(props: Props) {
  const { label, children, title = label, action, values = {}, look = 'danger', openLook } = props;
  const { t } = useTranslation();
  const id = useId();
  const opens = { popovertarget: id };
  const closes = { popovertarget: id, popovertargetaction: 'hide' };
  const popover = { popover: 'auto' };
  return (
    <>
      <Button look={openLook ?? 'secondary'} {...opens}>
        {label}
      </Button>
      <div
        id={id}
        role="dialog"
        aria-labelledby={`${id}-title`}
        className={classes.confirm}
        {...popover}
      >
        <Form method="post" action={action}>
          {Object.entries(values).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <h2 id={`${id}-title`}>{title}</h2>
          <div className={classes.confirmBody}>{children}</div>
          <div className={classes.actions}>
            <SubmitButton look={look} action={action}>
              {label}
            </SubmitButton>
            <Button {...closes}>{t('common:action.cancel')}</Button>
          </div>
        </Form>
      </div>
    </>
  );
}
