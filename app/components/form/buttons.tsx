import { Button } from '@mantine/core';
import { useFormAction, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useFormState } from './form-state';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

const variants = {
  primary: { variant: 'filled' },
  secondary: { variant: 'default' },
  quiet: { variant: 'subtle' },
  danger: { variant: 'filled', color: 'red' },
} as const;

type SubmitProps = {
  children: ReactNode;
  look?: Look;
  /** Posts to another address than the form's. */
  action?: string;
  /** A value that tells which button it was. */
  name?: string;
  value?: string;
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
  return (
    <Button
      type="submit"
      loading={pending ?? (action === undefined ? state.isPending : isOwn)}
      {...variants[look]}
      {...(action !== undefined && { formAction: target })}
      {...rest}
    >
      {children}
    </Button>
  );
}

/** A way that looks like a button: to a form's page, or out of it. */
export function ButtonLink({
  href,
  look = 'secondary',
  download,
  icon,
  children,
}: {
  href: string;
  look?: Look;
  download?: boolean;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Button
      component="a"
      href={href}
      leftSection={icon}
      {...variants[look]}
      {...(download && { download: true })}
    >
      {children}
    </Button>
  );
}
