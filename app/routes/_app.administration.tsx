import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '~/auth/permission';
import { requirePerson } from '~/auth/require-person.server';
import classes from '~/components/people/Administration.module.css';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';

export const meta = pageTitle;

const rooms = [
  { key: 'people', href: '/people', needs: 'people.read' },
  { key: 'tokens', href: '/tokens', needs: 'people.read' },
  { key: 'settings', href: '/settings', needs: 'settings.read' },
  { key: 'audit', href: '/audit', needs: 'audit.read' },
  { key: 'mail', href: '/mail', needs: 'mail.read' },
  { key: 'jobs', href: '/jobs', needs: 'jobs.read' },
  { key: 'kpis', href: '/kpis', needs: 'library.write' },
] as const satisfies { key: string; href: string; needs: Permission }[];

export async function loader(args: LoaderFunctionArgs) {
  const { can, t } = await requirePerson(args, 'settings.read');
  return { title: t('people:administration.title'), open: rooms.filter(({ needs }) => can(needs)) };
}

export default function Administration() {
  const { title, open } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const names = {
    people: t('people:title'),
    tokens: t('api:token.all'),
    settings: t('settings:title'),
    audit: t('audit:title'),
    mail: t('jobs:mail.title'),
    jobs: t('jobs:title'),
    kpis: t('people:administration.library'),
  };
  return (
    <>
      <PageHeader title={title} lead={t('people:administration.lead')} />
      <ul className={classes.rooms}>
        {open.map(({ key, href }) => (
          <li key={key}>
            <a href={href}>{names[key]}</a>
            <p>{t(`people:administration.${key}`)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
