import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf, everything } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { CheckBadge } from '~/components/diligence/CheckBadge';
import classes from '~/components/diligence/diligence.module.css';
import { CheckSide } from '~/components/diligence/CheckSide';
import { EvidenceList } from '~/components/diligence/EvidenceList';
import { PostButton } from '~/components/breach/PostButton';
import { ButtonLink } from '~/components/form/buttons';
import { Callout } from '~/components/Notice';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Section, TwoColumns } from '~/components/Section';
import { DateText } from '~/components/texts';
import { Timeline } from '~/components/Timeline';
import { documentsOf } from '~/documents/document-queries.server';
import {
  evidenceOfCheck,
  findCheck,
  outsideReviewersOf,
  storyOfCheck,
} from '~/onboarding/check-queries.server';
import {
  checkSignOff,
  checkStanding,
  mayWorkOutside,
  needsSignOff,
} from '~/onboarding/due-diligence';
import { lastScreening, standingHits } from '~/onboarding/screening-hit-queries.server';
import { found, recordId } from '~/shared/record-id';
import { identifiersOfVendor } from '~/vendors/identifier-queries.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, now, t, can, person } = await requirePerson(args, 'checks.read');
  const { check, vendor } = found(await findCheck(reader, scope, recordId(args.params['checkId'])));
  const isOutside = person.role === 'reviewer';
  const waits = check.state === 'awaiting_sign_off';
  const mayReview = can('checks.review') && !waits && (!isOutside || mayWorkOutside(check).ok);
  return {
    title: `${t(`diligence:check.kinds.${check.kind}`)} · ${vendor.name}`,
    isOutside,
    check,
    standing: checkStanding(check, dayOf(now)),
    vendor: { id: vendor.id, code: vendor.code, name: vendor.name, country: vendor.country },
    asksSignOff: needsSignOff(vendor.tier, check.kind),
    evidence: (await evidenceOfCheck(reader, check.id)).map((each) => ({
      ...each,
      isRemovable: mayReview && (!isOutside || each.evidence.addedBy === person.id),
    })),
    // Documents of a check are there for whoever may see the check.
    documents: (await documentsOf(reader, everything, { kind: 'check', id: check.id })).map(
      ({ id, title, uploadedAt, uploader }) => ({ id, title, uploadedAt, uploader }),
    ),
    story: await storyOfCheck(reader, check.id),
    reviewers: isOutside ? [] : await outsideReviewersOf(reader, check.id),
    // Whoever may see the check may see the numbers that it is about, and of who else entered one as much as they reach.
    identifiers:
      check.kind === 'registration'
        ? await identifiersOfVendor(
            reader,
            isOutside ? { kind: 'vendor', vendorId: vendor.id } : scope,
            vendor.id,
          )
        : [],
    screening:
      check.kind === 'sanctions'
        ? {
            ...(await standingHits(reader, vendor.id)),
            at: (await lastScreening(reader, vendor.id))?.screenedAt ?? null,
            code: vendor.code,
          }
        : null,
    may: {
      review: mayReview,
      assign: can('checks.assign') && !waits,
      share: can('checks.assign'),
      sign: can('checks.sign') && waits && checkSignOff(check, person.id).ok,
      isOwn: waits && check.reviewerId === person.id,
    },
  };
}

export default function CheckRecord() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { check, may } = page;
  return (
    <>
      <Head page={page} />
      {may.isOwn && <Callout>{t('diligence:check.ownWaits')}</Callout>}
      {!may.isOwn && check.state === 'awaiting_sign_off' && !may.sign && (
        <Callout>{t('diligence:check.waits')}</Callout>
      )}
      <TwoColumns side={<CheckSide page={page} />}>
        <Finding check={check} />
        <EvidenceList page={page} />
        <Story story={page.story} />
      </TwoColumns>
    </>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

/** Which check it is, how it stands, and what this reader may do with it. */
function Head({ page }: { page: Page }) {
  const { check, vendor, isOutside } = page;
  const { t } = useTranslation();
  const unknown = t('common:none');
  return (
    <PageHeader
      title={t(`diligence:check.kinds.${check.kind}`)}
      crumbs={
        isOutside
          ? [{ label: t('diligence:given.title'), href: '/given' }]
          : [
              { label: t('diligence:checks.title'), href: '/checks' },
              { label: vendor.name, href: `/vendors/${vendor.id}/checks` },
            ]
      }
      state={<CheckBadge state={check.state} standing={page.standing} />}
      lead={t(`diligence:check.guidance.${check.kind}`)}
      facts={[
        { label: t('common:column.vendor'), value: vendor.name },
        {
          label: t('diligence:check.reviewedOn'),
          value: check.reviewedOn === null ? unknown : <DateText date={check.reviewedOn} />,
        },
        {
          label: t('diligence:check.expiresOn'),
          value: check.expiresOn === null ? unknown : <DateText date={check.expiresOn} />,
        },
        {
          label: t('diligence:check.signOff'),
          value: t(
            page.asksSignOff ? 'diligence:check.signOffAsked' : 'diligence:check.signOffNot',
          ),
        },
      ]}
      also={<Steps page={page} />}
      action={<MainStep page={page} />}
    />
  );
}

function Finding({ check }: Pick<Page, 'check'>) {
  const { t } = useTranslation();
  return (
    <Section title={t('diligence:check.finding')}>
      {check.finding === null ? (
        <p>{t('diligence:check.noFinding')}</p>
      ) : (
        <>
          {check.result && (
            <p>
              <strong>{t(`diligence:check.results.${check.result}`)}</strong>
            </p>
          )}
          <p className={classes.text}>{check.finding}</p>
        </>
      )}
    </Section>
  );
}

/** What was done about it, by whom and when. */
function Story({ story }: Pick<Page, 'story'>) {
  const { t } = useTranslation();
  return (
    <Section title={t('diligence:check.story')}>
      <Timeline
        items={story.map(({ id, at, kind, result, text, person }) => ({
          key: id,
          at,
          who: person ?? t('diligence:check.byPortal'),
          title: result
            ? t(`diligence:check.events.${kind}Result` as 'diligence:check.events.recorded', {
                result: t(`diligence:check.results.${result}`),
                defaultValue: t(`diligence:check.events.${kind}`),
              })
            : t(`diligence:check.events.${kind}`),
          children: text,
        }))}
      />
    </Section>
  );
}

function Steps({ page: { check, may } }: { page: Page }) {
  const { t } = useTranslation();
  const base = `/checks/${check.id}`;
  return (
    <>
      {may.assign && (
        <ButtonLink href={`${base}/assignment`}>{t('diligence:check.assign')}</ButtonLink>
      )}
      {may.sign && <ButtonLink href={`${base}/return`}>{t('diligence:check.return')}</ButtonLink>}
    </>
  );
}

/** The one thing to do now: to sign the result off, or to record one. */
function MainStep({ page: { check, may } }: { page: Page }) {
  const { t } = useTranslation();
  const base = `/checks/${check.id}`;
  if (may.sign)
    return <PostButton action={`${base}/sign-off`}>{t('diligence:check.sign')}</PostButton>;
  return (
    may.review && (
      <ButtonLink href={`${base}/result`} look="primary">
        {t('diligence:check.record')}
      </ButtonLink>
    )
  );
}
