import { useTranslation } from 'react-i18next';
import type { Role } from '~/auth/permission';
import { EmptyState } from '../EmptyState';
import { ButtonLink } from '../form/buttons';

/** Where a role begins when nothing waits for it. */
const NEXT: Record<Role, string> = {
  manager: '/reports',
  procurement: '/vendors',
  vendor: '/reports/new',
  administrator: '/jobs',
  auditor: '/audit',
  reviewer: '/given',
};

/** Nothing waits: what will come here, and where to go meanwhile. */
export function DeskEmpty({ role }: { role: Role }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('desk:empty.title')}
      action={
        <ButtonLink href={NEXT[role]} look="secondary">
          {t(`desk:empty.next.${role}`)}
        </ButtonLink>
      }
    >
      {t(`desk:empty.help.${role}`)}
    </EmptyState>
  );
}
