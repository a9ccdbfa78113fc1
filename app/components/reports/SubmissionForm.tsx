import { useTranslation } from 'react-i18next';
import { waitingChoices } from '~/kpi/report';
import type { Refused } from '~/shared/outcome';
import type { FormValues } from '~/shared/form-values';
import type { ReportOnPage, SaidFinding, WaitingReport } from '~/kpi/report-on-page';
import { SubmitButton } from '../form/buttons';
import { RadioField } from '../form/choices';
import { EditForm, FormActions } from '../form/EditForm';
import { TextAreaField } from '../form/fields';
import { Section } from '../Section';
import { useFormat } from '../use-format';
import { useMonths } from './use-months';
import classes from './reports.module.css';

/** From so many warnings on, one comment can be given for all that have none of their own. */
const MANY = 4;

type Props = {
  report: ReportOnPage;
  warnings: readonly SaidFinding[];
  /** Reports of the same months that wait for review. */
  waiting: readonly WaitingReport[];
  refusal?: Refused | undefined;
  values?: FormValues | undefined;
};

/** Sends a draft: a comment to each warning, a note, and the button that does it. */
export function SubmissionForm({ report, warnings, waiting, refusal, values }: Props) {
  const { t } = useTranslation();
  return (
    <EditForm action={`/reports/${report.id}/submission`} refusal={refusal} values={values} wide>
      {warnings.length > 0 && (
        <Section
          title={t('kpi:draft.warningsTitle', { count: report.warningCount })}
          help={t('kpi:draft.warningsHelp')}
        >
          {warnings.length >= MANY && (
            <TextAreaField
              name="comment.all"
              label={t('kpi:draft.sameComment')}
              help={t('kpi:draft.sameCommentHelp')}
              rows={2}
              optional
            />
          )}
          {warnings.map((warning) => (
            <div key={warning.id} className={classes.warning}>
              <div className={classes.what}>
                <span className={classes.where}>{warning.where}</span>
                {warning.subject && <span className={classes.subject}>{warning.subject}</span>}
                <div>{warning.what}</div>
              </div>
              <TextAreaField
                name={`comment.${warning.id}`}
                label={t('kpi:draft.comment')}
                initial={warning.comment}
                rows={2}
                optional={warnings.length >= MANY}
              />
            </div>
          ))}
        </Section>
      )}
      {waiting.length > 0 && <Waiting waiting={waiting} />}
      <div className={classes.narrow}>
        <TextAreaField
          name="note"
          label={t('kpi:draft.note')}
          initial={report.comment}
          rows={2}
          optional
        />
      </div>
      <FormActions>
        <SubmitButton>{t('kpi:draft.submit')}</SubmitButton>
      </FormActions>
    </EditForm>
  );
}

/** What waits for review already, which of it stays, and whether this report takes the place of the rest. */
function Waiting({ waiting }: Pick<Props, 'waiting'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const months = useMonths();
  const replaceable = waiting.filter(({ stays }) => stays === null).length;
  const isMixed = replaceable < waiting.length;
  return (
    <Section title={t('kpi:waiting.title', { count: waiting.length })}>
      <ul className={classes.waiting}>
        {waiting.map((report) => (
          <li key={report.id}>
            <a href={`/reports/${report.id}`}>{months(report)}</a>{' '}
            <span className={classes.quiet}>
              {[
                report.submittedAt &&
                  t('kpi:waiting.sent', { at: format.instant(report.submittedAt) }),
                report.submitter,
                isMixed && t(`kpi:waiting.stays.${report.stays ?? 'replaceable'}`),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {replaceable === 0 ? (
        <p>{t('kpi:waiting.beside')}</p>
      ) : (
        <RadioField
          name="waiting"
          label={t('kpi:waiting.what')}
          choices={waitingChoices.map((value) => ({
            value,
            label: t(`kpi:waiting.choice.${value}`, { count: replaceable }),
            help: t(`kpi:waiting.help.${value}`),
          }))}
        />
      )}
    </Section>
  );
}
