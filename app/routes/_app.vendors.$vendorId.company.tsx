import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { PostButton } from '~/components/breach/PostButton';
import { AnswerList } from '~/components/company/AnswerList';
import { ChangeRows } from '~/components/company/ChangeRows';
import { InvitationRows } from '~/components/company/InvitationRows';
import { CompanyProgress, PartList } from '~/components/company/PartList';
import { RecordRows } from '~/components/company/RecordRows';
import { ButtonLink } from '~/components/form/buttons';
import { Callout } from '~/components/Notice';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { VendorBadge } from '~/components/registers/VendorBadge';
import { Section } from '~/components/Section';
import { useFormat } from '~/components/use-format';
import { documentsOf } from '~/documents/document-queries.server';
import { changesOfVendor, subjectsOfChanges } from '~/onboarding/change-queries.server';
import { invitationState, invitationSteps } from '~/onboarding/invitation';
import { invitationsOfVendor } from '~/onboarding/invitation-queries.server';
import { findQuestionnaire } from '~/onboarding/questionnaire-queries.server';
import { companyState, progressPercent } from '~/onboarding/section';
import {
  sectionsOfVendor,
  subcontractorsOfVendor,
  submissionToRead,
} from '~/onboarding/section-queries.server';
import { machineClock } from '~/shared/clock';
import { countryName } from '~/shared/country-codes';
import { nameFor } from '~/shared/named';
import { found, recordId } from '~/shared/record-id';
import { findVendor } from '~/vendors/vendor-queries.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'vendors.read');
  const { reader, scope, person, t, locale, now, can } = visit;
  const vendor = found(await findVendor(reader, scope, recordId(args.params['vendorId'])));
  const facts = await sectionsOfVendor(reader, scope, vendor, dayOf(now));
  const own = await findQuestionnaire(reader, scope, vendor.id);
  const files = own.id
    ? await documentsOf(reader, scope, { kind: 'questionnaire', id: own.id })
    : [];
  const changes = (await changesOfVendor(reader, scope, vendor.id)).filter(
    (change) => change.state === 'open',
  );
  const about = await subjectsOfChanges(reader, changes, (names) => nameFor(names, locale));
  const at = machineClock.now().toISOString();
  return {
    title: t('company:ours.title', { vendor: vendor.name }),
    vendor: { id: vendor.id, name: vendor.name, status: vendor.status },
    mayWrite: can('vendors.write'),
    state: companyState(vendor.status, facts),
    toRead: vendor.status === 'screening' ? await submissionToRead(reader, scope, vendor.id) : null,
    facts,
    percent: progressPercent(facts),
    invitations: (await invitationsOfVendor(reader, scope, vendor.id)).map((invitation) => {
      const { id, contact, email, inviter, sentAt, expiresAt, invitedBy } = invitation;
      const state = invitationState(invitation, at);
      const isInviter = invitedBy === person.id;
      const steps = can('vendors.write') ? invitationSteps(state, { isInviter }) : [];
      return { id, contact, email, inviter, sentAt, expiresAt, state, steps };
    }),
    changes: changes.map((change) => ({ ...change, about: about.get(change.id) ?? '' })),
    subcontractors: (await subcontractorsOfVendor(reader, scope, vendor.id)).map(
      ({ country, ...rest }) => ({ ...rest, country: countryName(country, locale) }),
    ),
    sections: own.questionnaire.sections,
    answers: own.answers,
    files: files.map(({ id, fileName }) => ({ id, fileName })),
  };
}

/** What a vendor entered of itself, for us: how far it is, what to send back, what to confirm. */
export default function VendorCompany() {
  const page = useLoaderData<typeof loader>();
  const { title, vendor, mayWrite, state, toRead, facts, percent, invitations, changes } = page;
  const { t } = useTranslation();
  const base = `/vendors/${vendor.id}`;
  const isReturnable = mayWrite && (vendor.status === 'screening' || vendor.status === 'prospect');
  return (
    <>
      <PageHeader
        title={title}
        state={<VendorBadge status={vendor.status} />}
        lead={t(`company:ours.state.${state}`)}
        crumbs={[
          { label: t('vendors:title'), href: '/vendors' },
          { label: vendor.name, href: base },
        ]}
        also={
          mayWrite && <ButtonLink href={`${base}/invitation`}>{t('invitation:open')}</ButtonLink>
        }
        action={
          mayWrite &&
          toRead && (
            <PostButton action={`${base}/company/acceptance`}>
              {t('company:ours.accept')}
            </PostButton>
          )
        }
      />
      {toRead && <SubmissionToRead submission={toRead} />}
      <CompanyProgress percent={percent} />
      <Section title={t('company:ours.entered')}>
        <PartList
          isOurs
          facts={facts}
          href={({ section }) => (section === 'questionnaire' ? '#answers' : base)}
          also={({ section, isReturned }) =>
            isReturnable &&
            !isReturned && (
              <ButtonLink href={`${base}/sections/${section}/return`} look="quiet">
                {t('company:ours.sendBack')}
              </ButtonLink>
            )
          }
        />
      </Section>
      {changes.length > 0 && <OpenChanges />}
      <Section title={t('invitation:section')}>
        <InvitationRows base={`${base}/invitations`} invitations={invitations} />
      </Section>
      {page.subcontractors.length > 0 && <Subcontractors />}
      <div id="answers">
        <Section title={t('company:ours.answers')}>
          <AnswerList sections={page.sections} answers={page.answers} files={page.files} />
        </Section>
      </div>
    </>
  );
}

/** What it asked to change in its record and nobody has confirmed yet. */
function OpenChanges() {
  const { vendor, mayWrite, changes } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const base = `/vendors/${vendor.id}`;
  return (
    <Section title={t('company:ours.changes')}>
      <ChangeRows
        changes={changes}
        also={({ id }) =>
          mayWrite && (
            <>
              <PostButton action={`${base}/changes/${id}/confirmation`}>
                {t('company:ours.confirm')}
              </PostButton>
              <ButtonLink href={`${base}/changes/${id}/refusal`}>
                {t('company:ours.refuse')}
              </ButtonLink>
            </>
          )
        }
      />
    </Section>
  );
}

function Subcontractors() {
  const { subcontractors } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Section title={t('company:section.subcontractors')}>
      <RecordRows
        rows={subcontractors.map(({ id, name, work, country, dataAccess }) => ({
          key: id,
          title: name,
          href: null,
          facts: [
            work,
            country,
            `${t('company:subcontractors.dataAccess')}: ${t(`company:subcontractors.access.${dataAccess}`)}`,
          ].join(' · '),
        }))}
      />
    </Section>
  );
}

type Submission = NonNullable<Awaited<ReturnType<typeof submissionToRead>>>;

/** What came in and waits to be gone through; after parts were sent back, which. */
function SubmissionToRead({ submission }: { submission: Submission }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { isFirst, mended, submittedAt } = submission;
  const at = format.instant(submittedAt);
  const names = mended.map((section) => t(`company:section.${section}`));
  return (
    <Callout>
      {isFirst
        ? t('company:ours.waits', { at })
        : t('company:ours.waitsAgain', {
            at,
            count: mended.length,
            list: format.list(names),
          })}
    </Callout>
  );
}
