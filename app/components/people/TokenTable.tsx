import { useTranslation } from 'react-i18next';
import { tokenStanding } from '~/auth/access-token';
import { DataTable, type Column } from '../DataTable';
import { EmptyState } from '../EmptyState';
import { ConfirmButton } from '../form/ConfirmButton';
import { StateBadge } from '../StateBadge';
import { InstantText } from '../texts';
import { useFormat } from '../use-format';

export type TokenRow = {
  id: number;
  name: string;
  ending: string;
  readOnly: boolean;
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  lastAddress: string | null;
  revokedAt: string | null;
  /** Whose it is, where the table has everybody's. */
  personName?: string;
};

type Props = {
  tokens: readonly TokenRow[];
  /** The instant by which they are looked at. */
  now: string;
  /** Where one is revoked; null where the reader only looks. */
  revocation: ((token: TokenRow) => string) | null;
  empty: { title: string; help?: string };
};

/** Access tokens with what they may do, until when, and when each was last used. */
export function TokenTable({ tokens, now, revocation, empty }: Props) {
  const { t } = useTranslation();
  const hasPeople = tokens.some(({ personName }) => personName !== undefined);
  const columns: Column<TokenRow>[] = [
    { key: 'name', header: t('api:token.name'), cell: (row) => row.name },
    ...(hasPeople
      ? [{ key: 'person', header: t('api:token.person'), cell: (row: TokenRow) => row.personName }]
      : []),
    { key: 'ending', header: t('api:token.ending'), cell: (row) => <code>{row.ending}</code> },
    {
      key: 'access',
      header: t('api:token.access'),
      cell: (row) => t(row.readOnly ? 'api:token.reads' : 'api:token.writes'),
    },
    { key: 'used', header: t('api:token.used'), cell: (row) => <LastUse token={row} /> },
    {
      key: 'created',
      header: t('api:token.created'),
      cell: (row) => <InstantText instant={row.createdAt} />,
    },
    {
      key: 'expires',
      header: t('api:token.expires'),
      cell: (row) =>
        tokenStanding(row, new Date(now)) === 'expired' ? (
          <StateBadge tone="quiet">{t('api:token.expired')}</StateBadge>
        ) : (
          <InstantText instant={row.expiresAt} />
        ),
    },
    ...(revocation
      ? [
          {
            key: 'revoke',
            header: t('common:column.status'),
            align: 'end' as const,
            cell: (row: TokenRow) => (
              <ConfirmButton
                label={t('api:token.revoke')}
                action={revocation(row)}
                openLook="quiet"
              >
                {t('api:token.revokeHelp', { name: row.name })}
              </ConfirmButton>
            ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      name="tokens"
      label={t('api:token.title')}
      columns={columns}
      rows={tokens}
      rowKey={(row) => row.id}
      empty={<EmptyState title={empty.title}>{empty.help}</EmptyState>}
    />
  );
}

function LastUse({ token: { lastUsedAt, lastAddress } }: { token: TokenRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (lastUsedAt === null) return <>{t('api:token.never')}</>;
  const when = format.instant(lastUsedAt);
  return (
    <>{lastAddress === null ? when : t('api:token.usedFrom', { when, address: lastAddress })}</>
  );
}
