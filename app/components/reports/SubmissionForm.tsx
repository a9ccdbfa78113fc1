import { useTranslation } from 'react-i18next';
import type { Refused } from '~/shared/outcome';
import type { FormValues } from '~/shared/form-values';
import type { ReportOnPage, SaidFinding } from '~/kpi/report-on-page';
import { SubmitButton } from '../form/buttons';
import { EditForm, FormActions } from '../form/EditForm';
import { TextAreaField } from '../form/fields';
import { Section } from '../Section';
import classes from './reports.module.css';

/** From so many warnings on, one comment can be given for all that have none of their own. */
const MANY = 4;

type Props = {
  report: ReportOnPage;
  warnings: readonly SaidFinding[];
  refusal?: Refused | undefined;
  values?: FormValues | undefined;
};

/** Sends a draft: a comment to each warning, a note, and the button that does it. */
export function SubmissionForm({ report, warnings, refusal, values }: Props) {
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
