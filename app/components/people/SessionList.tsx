import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../DataTable';
import { SubmitButton } from '../form/buttons';
import { Section } from '../Section';
import { StateBadge } from '../StateBadge';
import { InstantText } from '../texts';

export type SessionRow = {
  id: string;
  browser: string | null;
  system: string | null;
  address: string | null;
  createdAt: string;
  lastSeenAt: string;
  isHere: boolean;
};

/** Where a person is signed in; each but this one can be ended. */
export function SessionList({ sessions }: { sessions: readonly SessionRow[] }) {
  const { t } = useTranslation();
  const columns: Column<SessionRow>[] = [
    { key: 'device', header: t('people:account.device'), cell: (row) => <Device session={row} /> },
    { key: 'address', header: t('people:account.address'), cell: (row) => row.address },
    {
      key: 'createdAt',
      header: t('people:account.signedIn'),
      cell: (row) => <InstantText instant={row.createdAt} />,
    },
    {
      key: 'lastSeenAt',
      header: t('people:account.lastSeen'),
      cell: (row) => <InstantText instant={row.lastSeenAt} />,
    },
    {
      key: 'end',
      header: t('common:column.status'),
      align: 'end',
      cell: (row) => (row.isHere ? <Here /> : <EndButton id={row.id} />),
    },
  ];
  return (
    <Section
      title={t('people:account.sessions')}
      help={t('people:account.sessionsHelp')}
      action={
        sessions.length > 1 && (
          <form method="post" action="/account/sessions/end-others">
            <SubmitButton look="secondary">{t('people:account.endOthers')}</SubmitButton>
          </form>
        )
      }
    >
      <DataTable
        name="sessions"
        label={t('people:account.sessions')}
        columns={columns}
        rows={sessions}
        rowKey={(row) => row.id}
        empty={null}
      />
    </Section>
  );
}

function Device({ session: { browser, system } }: { session: SessionRow }) {
  const { t } = useTranslation();
  if (browser === null || system === null)
    return <>{browser ?? system ?? t('people:account.unknownDevice')}</>;
  return <>{t('people:account.on', { browser, system })}</>;
}

function Here() {
  const { t } = useTranslation();
  return <StateBadge tone="accent">{t('people:account.thisOne')}</StateBadge>;
}

function EndButton({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <form method="post" action={`/account/sessions/${id}/end`}>
      <SubmitButton look="quiet">{t('people:account.end')}</SubmitButton>
    </form>
  );
}
