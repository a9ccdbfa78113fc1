import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconAlert, IconCheck, IconInfo } from './icons';
import classes from './Notice.module.css';

/** What an action says on the page it leads to, kept for one answer; see notice.server.ts. */
export type Flash = {
  /** A key of the locale files: `vendors:notice.registered`. */
  key: string;
  params?: Record<string, string | number | null>;
  /** It was refused, and the key says why. */
  refused?: boolean;
  /** The way back, posted. */
  undo?: string;
  /** What is posted with it. */
  undoValues?: Record<string, string>;
  /** The next step, with a key for its words. */
  next?: { href: string; key: string };
};

/** The effect of what was just done, with undo or the next step. */
export function Notice({ flash }: { flash: Flash }) {
  const { t } = useTranslation();
  const words = (key: string, params = {}) => t(key, { ...params, defaultValue: '' });
  const text = words(flash.key, flash.params);
  if (text === '') return null;
  return (
    <Callout tone={flash.refused ? 'attention' : 'done'} role="status">
      <span>{text}</span>
      {flash.undo !== undefined && isOwnPath(flash.undo) && (
        <Form method="post" action={flash.undo}>
          {Object.entries(flash.undoValues ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit" className={classes.link}>
            {t('common:action.undo')}
          </button>
        </Form>
      )}
      {flash.next && isOwnPath(flash.next.href) && (
        <a href={flash.next.href}>{words(flash.next.key)}</a>
      )}
    </Callout>
  );
}

const icons = { done: IconCheck, info: IconInfo, attention: IconAlert, problem: IconAlert };

/** A message that belongs to the page: done, worth knowing, worth attention, or a problem. */
export function Callout({
  tone = 'info',
  title,
  role,
  children,
}: {
  tone?: keyof typeof icons;
  title?: string;
  role?: 'status' | 'alert';
  children: ReactNode;
}) {
  const Icon = icons[tone];
  return (
    <div className={classes.callout} data-tone={tone} role={role}>
      <Icon size={18} aria-hidden />
      <div className={classes.body}>
        {title && <strong className={classes.title}>{title}</strong>}
        {children}
      </div>
    </div>
  );
}

function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])/.test(path);
}
