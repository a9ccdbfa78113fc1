import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { HitBadge } from '~/components/diligence/HitBadge';
import { SubmitButton } from '~/components/form/buttons';
import { RadioField } from '~/components/form/choices';
import { EditForm, FormActions } from '~/components/form/EditForm';
import { TextAreaField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Facts, Section, TwoColumns } from '~/components/Section';
import { DateText, InstantText } from '~/components/texts';
import { decideHit, hitDecisions } from '~/onboarding/decide-hit.server';
import { formatList } from '~/shared/format';
import { matchReasons, matchThresholds } from '~/vendors/name-match';
import { findHit } from '~/onboarding/screening-hit-queries.server';
import { countryName } from '~/shared/country-codes';
import { formValues } from '~/shared/form-values';
import { found, recordId } from '~/shared/record-id';
import { findVendor } from '~/vendors/vendor-queries.server';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, can, locale } = await requirePerson(args, 'screening.read');
  const hit = found(await findHit(reader, scope, recordId(args.params['hitId'])));
  const vendor = found(await findVendor(reader, scope, hit.vendorId));
  return {
    title: t('diligence:hit.title', { vendor: hit.vendorName }),
    hit,
    reasons: matchReasons.filter((reason) => hit.reasons.includes(reason)),
    isStrong: hit.score >= matchThresholds.strong,
    country: vendor.country && countryName(vendor.country, locale),
    listed: formatList(
      hit.entry.countries.map((code) => countryName(code, locale)),
      locale,
    ),
    decisions: [...hitDecisions],
    may: { decide: can('screening.decide') && hit.state !== 'gone' },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act, reader, scope } = await requirePerson(args, 'screening.decide');
  const hitId = recordId(args.params['hitId']);
  found(await findHit(reader, scope, hitId));
  const values = formValues(await args.request.formData());
  const outcome = await decideHit(store, act, hitId, values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice('/screening?state=open', { key: 'diligence:notice.hitDecided' });
}

export default function ScreeningHit() {
  const page = useLoaderData<typeof loader>();
  const { title, hit, reasons, isStrong } = page;
  const { t } = useTranslation();
  const { entry } = hit;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ label: t('diligence:screening.title'), href: '/screening' }]}
        state={<HitBadge state={hit.state} />}
        lead={t(isStrong ? 'diligence:hit.strong' : 'diligence:hit.weak')}
        facts={[
          { label: t('diligence:hit.score'), value: hit.score },
          { label: t('common:column.source'), value: `${hit.source} ${hit.reference}` },
          { label: t('diligence:sanctions.listedOn'), value: <DateText date={entry.listedOn} /> },
        ]}
      />
      <TwoColumns side={<BothSides page={page} />}>
        <Section title={t('diligence:hit.why')}>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{t(`diligence:hit.reasons.${reason}`, { name: entry.matched })}</li>
            ))}
          </ul>
        </Section>
        {hit.decidedAt !== null && (
          <Section title={t('diligence:hit.decided')}>
            <p>{hit.reason}</p>
            <p>
              {hit.decider} · <InstantText instant={hit.decidedAt} />
            </p>
          </Section>
        )}
        {page.may.decide && <Decide page={page} />}
      </TwoColumns>
    </>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

/** The vendor's party beside the listed one. */
function BothSides({ page: { hit, country, listed } }: { page: Page }) {
  const { t } = useTranslation();
  const { entry } = hit;
  const none = t('common:none');
  return (
    <>
      <Section title={t('diligence:hit.ours')}>
        <Facts
          items={[
            {
              label: t('common:column.vendor'),
              value: <a href={`/vendors/${hit.vendorId}`}>{hit.vendorName}</a>,
            },
            {
              label: t(`diligence:hit.subjects.${hit.subject}`),
              value: hit.subjectName,
            },
            { label: t('common:column.country'), value: country ?? none },
          ]}
        />
      </Section>
      <Section title={t('diligence:hit.theirs')}>
        <Facts
          items={[
            { label: t('common:column.name'), value: entry.name },
            { label: t('diligence:hit.aliases'), value: entry.aliases.join('; ') || none },
            {
              label: t('diligence:hit.kind'),
              value: t(`diligence:hit.kinds.${entry.kind}` as 'diligence:hit.kinds.entity'),
            },
            { label: t('common:column.country'), value: listed || none },
            { label: t('diligence:hit.program'), value: entry.program ?? none },
          ]}
        />
      </Section>
    </>
  );
}

function Decide({ page: { hit, decisions } }: { page: Page }) {
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <Section title={t('diligence:hit.decide')} help={t('diligence:hit.decideHelp')}>
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <RadioField
          name="decision"
          label={t('diligence:hit.question')}
          choices={decisions.map((value) => ({
            value,
            label: t(`diligence:hit.states.${value}`),
            help: t(`diligence:hit.decisionHelp.${value}`),
          }))}
          initial={hit.state === 'open' ? null : hit.state}
        />
        <TextAreaField
          name="reason"
          label={t('common:column.reason')}
          help={t('diligence:hit.reasonHelp')}
          rows={4}
          maxLength={2000}
          initial={hit.reason}
        />
        <FormActions>
          <SubmitButton>{t('diligence:hit.submit')}</SubmitButton>
        </FormActions>
      </EditForm>
    </Section>
  );
}
