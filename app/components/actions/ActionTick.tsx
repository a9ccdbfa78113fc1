import { Form, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { SubmitButton, type Look } from '../form/buttons';

type Props = {
  actionId: number;
  isDone: boolean;
  /** What the action is, for those who hear the button without its row. */
  title: string;
  look?: Look;
};

/** Ticks an action off, or opens it again, and leads back to where one stands. */
export function ActionTick({ actionId, isDone, title, look = 'secondary' }: Props) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const target = `/actions/${actionId}/${isDone ? 'reopening' : 'completion'}`;
  return (
    <Form method="post" action={target} preventScrollReset>
      <input type="hidden" name="back" value={`${pathname}${search}`} />
      <SubmitButton action={target} look={isDone ? 'quiet' : look}>
        {t(isDone ? 'actions:reopen' : 'actions:markDone')}
        <span className="visually-hidden">: {title}</span>
      </SubmitButton>
    </Form>
  );
}
