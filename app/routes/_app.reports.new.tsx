import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { SubmitButton, ButtonLink } from '~/components/form/buttons';
import { EditForm, FormActions, FieldRow } from '~/components/form/EditForm';
import { SelectField, TextAreaField } from '~/components/form/fields';
import { FileDrop } from '~/components/form/FileDrop';
import { Callout } from '~/components/Notice';
import { redirectWithNotice } from '~/components/notice.server';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { ReportNeeds } from '~/components/reports/ReportNeeds';
import { useMonths } from '~/components/reports/use-months';
import { readUploadForm } from '~/components/upload-form.server';
import { vendorByCode, vendorChoices } from '~/contracts/library-queries.server';
import { takeInReport } from '~/jobs/report-work.server';
import { kpiChoices } from '~/kpi/kpi-library-queries.server';
import { readingSources } from '~/kpi/reading';
import { findReport } from '~/kpi/report-queries.server';
import { isDiscardable } from '~/kpi/report';
import { readSetting } from '~/settings/setting-queries.server';
import type { FormValues } from '~/shared/form-values';
import { refused, type Refused } from '~/shared/outcome';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, person, locale } = await requirePerson(args, 'reports.submit');
  const url = new URL(args.request.url);
  const isOwn = person.role === 'vendor';
  const limits = await readSetting(reader, 'report_limits');
  const mended = await mendedReport(reader, scope, url.searchParams.get('replaces'));
  return {
    title: t('kpi:new.title'),
    isOwn,
    limit: limits.fileBytes,
    mended: mended && {
      id: mended.id,
      state: mended.state,
      fileName: mended.upload?.fileName ?? '',
      firstPeriod: mended.firstPeriod,
      lastPeriod: mended.lastPeriod,
    },
    vendors: isOwn || mended ? [] : await vendorChoices(reader, scope),
    vendor: url.searchParams.get('vendor'),
    kpis: await kpiChoices(reader, locale),
  };
}

type Reading = Awaited<ReturnType<typeof requirePerson>>;

/** The draft or returned report that this one mends, where the reader may know of it. */
async function mendedReport(reader: Reading['reader'], scope: Reading['scope'], id: unknown) {
  const reportId = Number(id);
  if (!Number.isSafeInteger(reportId) || reportId <= 0) return null;
  const report = await findReport(reader, scope, reportId);
  return report && isDiscardable(report.state) ? report : null;
}

export async function action(args: ActionFunctionArgs) {
  const visit = await requirePerson(args, 'reports.submit');
  const { reader, scope, act } = visit;
  const limits = await readSetting(reader, 'report_limits');
  const form = await readUploadForm(args.request, limits.fileBytes, 'files');
  if (!form.ok) return refusedForm(form);
  const { values, files } = form.value;
  const refuse = (refusal: Refused) => refusedForm(refusal, values);
  const cells = text(values['cells']);
  const mended = await mendedReport(reader, scope, values['replaces']);
  const target = mended ?? (await targetOf(visit, values));
  if (!('vendorId' in target)) return refuse(target);
  const arrivals = [
    ...files.map((file) => ({ channel: 'file' as const, file })),
    ...(cells.trim() === ''
      ? []
      : [{ channel: 'paste' as const, file: pastedFile(cells, visit.t('kpi:new.pasted')) }]),
  ];
  if (arrivals.length === 0) return refuse(refused('file_or_cells', {}, 'files'));
  const received = [];
  for (const arrival of arrivals) {
    const { vendorId, source } = target;
    const replaces = mended?.state === 'draft' && received.length === 0 ? mended.id : undefined;
    const outcome = await takeInReport(
      args.context,
      act,
      { vendorId, source, ...arrival },
      replaces === undefined ? {} : { replaces },
    );
    if (!outcome.ok) return refuse(outcome);
    received.push(outcome.value);
  }
  const [first] = received;
  if (first && received.length === 1)
    return first.known
      ? redirectWithNotice(`/reports/${first.reportId}`, { key: 'kpi:notice.known' })
      : redirect(`/reports/${first.reportId}`);
  const known = received.filter((each) => each.known).length;
  return redirectWithNotice('/reports', {
    key: known > 0 ? 'kpi:notice.receivedKnown' : 'kpi:notice.received',
    params: { count: received.length - known, known },
  });
}

/** Whose report it is, and of what source: vendors report themselves; insiders say whom and by whom it was measured. */
async function targetOf({ reader, scope, person }: Reading, values: FormValues) {
  if (scope.kind === 'vendor' && person.vendorId !== null)
    return { vendorId: person.vendorId, source: 'vendor_report' as const };
  const vendor = await vendorByCode(reader, scope, text(values['vendor']));
  if (!vendor) return refused('not_a_choice', {}, 'vendor');
  const source = readingSources.find((known) => known === values['source']);
  return source ? { vendorId: vendor.id, source } : refused('not_a_choice', {}, 'source');
}

function text(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

function pastedFile(cells: string, name: string) {
  const bytes = new TextEncoder().encode(cells);
  return { name: `${name}.txt`, mediaType: 'text/tab-separated-values', bytes };
}

export default function NewReport() {
  const { title, isOwn, limit, mended, kpis } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const months = useMonths();
  return (
    <>
      <PageHeader
        title={title}
        lead={t('kpi:new.lead')}
        crumbs={[{ label: t(isOwn ? 'kpi:own' : 'kpi:title'), href: '/reports' }]}
      />
      {mended && (
        <Callout>
          {mended.state === 'changes_requested'
            ? t('kpi:new.mends', { months: months(mended) })
            : t('kpi:new.replaces', { file: mended.fileName })}
        </Callout>
      )}
      <EditForm refusal={answer?.refusal} values={answer?.values} hasFiles>
        {mended && <input type="hidden" name="replaces" value={mended.id} />}
        {!isOwn && !mended && <OriginFields />}
        <FileDrop
          name="files"
          label={t('kpi:new.files')}
          help={t('kpi:new.filesHelp')}
          accept=".csv,.txt,.tsv,.xlsx"
          limit={limit}
          multiple
        />
        <TextAreaField
          name="cells"
          label={t('kpi:new.paste')}
          help={t('kpi:new.pasteHelp')}
          rows={6}
          monospace
          optional
        />
        <FormActions>
          <SubmitButton>{t('kpi:new.submit')}</SubmitButton>
          <ButtonLink href="/reports" look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
      <ReportNeeds kpis={kpis} />
    </>
  );
}

/** Whose figures they are, and who measured them. */
function OriginFields() {
  const { vendors, vendor } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <FieldRow>
      <SelectField
        name="vendor"
        label={t('kpi:new.vendor')}
        initial={vendor}
        choices={vendors.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <SelectField
        name="source"
        label={t('kpi:new.source')}
        help={t('kpi:new.sourceHelp')}
        initial="system_log"
        choices={readingSources.map((source) => ({
          value: source,
          label: t(`common:source.${source}`),
        }))}
      />
    </FieldRow>
  );
}
