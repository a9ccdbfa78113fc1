import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ChangeRows } from '~/components/company/ChangeRows';
import { CompanyTabs } from '~/components/company/CompanyTabs';
import { InvitationRows } from '~/components/company/InvitationRows';
import { CompanyProgress, PartList } from '~/components/company/PartList';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import { Callout } from '~/components/Notice';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { VendorBadge } from '~/components/registers/VendorBadge';
import { Section } from '~/components/Section';
import { changesOfVendor, subjectsOfChanges } from '~/onboarding/change-queries.server';
import { invitationSteps } from '~/onboarding/invitation';
import { waitingInvitations } from '~/onboarding/invitation-queries.server';
import { requireCompany } from '~/onboarding/own-company.server';
import { canSubmit, progressPercent, unfinished } from '~/onboarding/section';
import { nameFor } from '~/shared/named';

export const meta = pageTitle;

/** How many of those who wait for a word are shown at once. */
const MOST_WAITING = 20;

export async function loader(args: LoaderFunctionArgs) {
  const { t, reader, scope, vendor, facts, state, locale } = await requireCompany(args);
  const changes = (await changesOfVendor(reader, scope, vendor.id))
    .filter((change) => change.state !== 'confirmed')
    .slice(0, 10);
  const about = await subjectsOfChanges(reader, changes, (names) => nameFor(names, locale));
  const waiting = await waitingInvitations(reader, scope, { limit: MOST_WAITING, except: null });
  return {
    title: t('company:title'),
    name: vendor.name,
    status: vendor.status,
    state,
    facts,
    percent: progressPercent(facts),
    missing: unfinished(facts),
    isSubmittable: canSubmit(vendor.status, facts),
    changes: changes.map((change) => ({ ...change, about: about.get(change.id) ?? '' })),
    invitations: waiting.map(({ id, contact, email, inviter, sentAt, expiresAt }) => ({
      ...{ id, contact, email, inviter, sentAt, expiresAt },
      state: 'waiting' as const,
      steps: invitationSteps('waiting', { isInviter: false }),
    })),
  };
}

/** A vendor's description of itself: its parts, how far each is, and the way to submit it. */
export default function Company() {
  const { name, status, state, facts, percent, missing, isSubmittable, changes, invitations } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const submit = t(state === 'returned' ? 'company:resubmit' : 'company:submit');
  return (
    <>
      <PageHeader
        title={name}
        state={<VendorBadge status={status} />}
        lead={t(`company:lead.${state}`)}
        action={
          isSubmittable && (
            <ConfirmButton
              label={submit}
              action="/company/submission"
              look="primary"
              openLook="primary"
            >
              {t('company:submitHelp')}
            </ConfirmButton>
          )
        }
      />
      <CompanyTabs current="company" />
      {invitations.length > 0 && (
        <Section title={t('invitation:own.title')} help={t('invitation:own.help')}>
          <InvitationRows base="/company/invitations" invitations={invitations} />
        </Section>
      )}
      <CompanyProgress percent={percent} />
      {state !== 'submitted' && state !== 'admitted' && missing.length > 0 && (
        <Callout>
          {t('company:stillMissing', {
            list: missing.map((section) => t(`company:section.${section}`)).join(' · '),
          })}
        </Callout>
      )}
      <Section title={t('company:parts')}>
        <PartList facts={facts} href={({ section }) => `/company/${section}`} />
      </Section>
      {changes.length > 0 && (
        <Section title={t('company:changes.title')}>
          <ChangeRows changes={changes} />
        </Section>
      )}
    </>
  );
}
