import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { auditListSpec, listAudit } from '~/audit/audit-queries.server';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { DeskEmpty } from '~/components/desk/DeskEmpty';
import { LatestChanges } from '~/components/desk/LatestChanges';
import { TaskList } from '~/components/desk/TaskList';
import { useDeskFacts } from '~/components/desk/use-desk-facts';
import { ButtonLink } from '~/components/form/buttons';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { useFormat } from '~/components/use-format';
import { exposureFigures, monthFigures } from '~/desk/desk-figures.server';
import { tasksFor } from '~/desk/load-desk.server';
import { portalFigures } from '~/desk/portal-figures.server';
import { deskRows } from '~/desk/task';
import { parseListQuery } from '~/shared/list-query';

export const meta = pageTitle;

const CHANGES_SHOWN = 8;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, now, person, locale, can, t, permissions } = await requirePerson(args);
  const { role } = person;
  const today = dayOf(now);
  const query = parseListQuery(new URLSearchParams(), auditListSpec);
  return {
    title: t('desk:title'),
    role,
    permissions,
    name: person.name,
    today,
    rows: deskRows(await tasksFor(reader, role, { scope, now, locale, personId: person.id })),
    month: can('breaches.read') ? await monthFigures(reader, scope) : null,
    exposure: can('fallback.read') ? await exposureFigures(reader, scope, today) : null,
    portal: can('audit.read') ? await portalFigures(reader) : null,
    changes:
      role === 'auditor'
        ? (await listAudit(reader, scope, query, { offset: 0, limit: CHANGES_SHOWN })).map(
            ({ sequence, at, actor, actorKind, actorName, personId, action, vendorName }) => ({
              sequence,
              at,
              actor,
              actorKind,
              actorName,
              personId,
              action,
              vendorName,
            }),
          )
        : null,
  };
}

export default function Desk() {
  const { role, rows, today, changes, permissions, ...figures } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  const facts = useDeskFacts(role, figures);
  return (
    <>
      <PageHeader
        title={t('desk:heading')}
        lead={t('desk:lead', { date: format.date(today) })}
        facts={facts}
        also={
          permissions.includes('actions.read') && (
            <>
              {role === 'vendor' && (
                <ButtonLink href="/assessments">{t('assessments:title')}</ButtonLink>
              )}
              <ButtonLink href="/actions">{t('actions:title')}</ButtonLink>
            </>
          )
        }
        {...(role === 'vendor' && {
          action: (
            <ButtonLink href="/reports/new" look="primary">
              {t('desk:sendReport')}
            </ButtonLink>
          ),
        })}
      />
      {rows.length === 0 ? <DeskEmpty role={role} /> : <TaskList rows={rows} today={today} />}
      {changes && <LatestChanges changes={changes} />}
    </>
  );
}
