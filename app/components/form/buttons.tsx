import { useFormAction, useNavigation } from '@remix-run/react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { useFormState } from './form-state';
import classes from './buttons.module.css';

export type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

type ButtonProps = Pick<
  ButtonHTMLAttributes<HTMLButtonElement>,
  | 'type'
  | 'name'
  | 'value'
  | 'formAction'
  | 'formMethod'
  | 'disabled'
  | 'onClick'
  | 'aria-label'
  | 'title'
  | 'form'
> & {
  look?: Look;
  /** On its way: it can't be pressed twice, and says so. */
  isBusy?: boolean;
  children: ReactNode;
};

/** A button; only the accent's says what the page is for. */
export function Button({
  look = 'secondary',
  type = 'button',
  isBusy,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={classes.button}
      data-look={look}
      data-busy={isBusy}
      aria-disabled={isBusy}
      {...rest}
    >
      {children}
    </button>
  );
}

type SubmitProps = {
  children: ReactNode;
  look?: Look;
  /** Posts to another address than the form's. */
  action?: string;
  /** A value that tells which button it was. */
  name?: string;
  value?: string;
  disabled?: boolean;
  /** Where a fetcher sends it, its own state. */
  pending?: boolean;
};

/** Sends the form it stands in; shows that it is on its way and can't be sent twice meanwhile. */
export function SubmitButton({
  children,
  look = 'primary',
  action,
  pending,
  ...rest
}: SubmitProps) {
  const state = useFormState();
  const navigation = useNavigation();
  const target = useFormAction(action);
  const isOwn = navigation.state !== 'idle' && navigation.formAction === target;
  const isBusy = pending ?? (action === undefined ? state.isPending : isOwn);
  return (
    <Button
      type="submit"
      look={look}
      isBusy={isBusy}
      {...(isBusy && { onClick: (event) => event.preventDefault() })}
      {...(action !== undefined && { formAction: target })}
      {...rest}
    >
      {children}
    </Button>
  );
}

type LinkProps = {
  href: string;
  look?: Look;
  download?: boolean;
  icon?: ReactNode;
  children: ReactNode;
};

/** A way that looks like a button: to a form's page, or out of it. */
export function ButtonLink({ href, look = 'secondary', download, icon, children }: LinkProps) {
  return (
    <a
      href={href}
      className={classes.button}
      data-look={look}
      {...(download && { download: true })}
    >
      {icon}
      {children}
    </a>
  );
}
