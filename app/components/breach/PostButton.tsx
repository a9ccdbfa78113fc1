import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { SubmitButton, type Look } from '../form/buttons';

/** A button that posts to a resource without asking: for a step that says all by itself. */
export function PostButton({
  action,
  look = 'primary',
  children,
}: {
  action: string;
  look?: Look;
  children: ReactNode;
}) {
  return (
    <Form method="post" action={action}>
      <SubmitButton action={action} look={look}>
        {children}
      </SubmitButton>
    </Form>
  );
}
