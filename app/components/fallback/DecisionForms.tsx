import { useTranslation } from 'react-i18next';
import type { Refused } from '~/shared/outcome';
import type { FormValues } from '~/shared/form-values';
import { SubmitButton, type Look } from '../form/buttons';
import { EditForm } from '../form/EditForm';
import { PercentField, SelectField, TextAreaField } from '../form/fields';
import { useFormat } from '../use-format';
import classes from './fallback.module.css';

export type Choice = { id: number; name: string; rank: number; score: string };
export type Deciding = {
  proposalId: number;
  incumbent: { id: number; name: string };
  /** Whom the reader picked among all candidates. */
  pickedId: number | null;
  /** The same where the proposal keeps its name, rank and score alone. */
  pickedBrief: { id: number; name: string; score: string } | null;
  /** How many candidates are kept by name alone. */
  behind: number;
  candidates: readonly Choice[];
};

type FormProps = { of: Deciding; refusal?: Refused | null; values?: FormValues | null };

/** Candidates that a split is offered for; who wants another takes the page of the split. */
const OFFERED = 3;

/** Where a form posts to: with whom the reader picked, so that a refused form shows them again. */
function decisionPath({ proposalId, pickedId }: Deciding, way: 'acceptance' | 'split'): string {
  return `/proposals/${proposalId}/${way}${pickedId === null ? '' : `?vendor=${pickedId}`}`;
}

/** The three ways to decide, side by side: none is put before the others. */
export function DecisionForms({ of }: { of: Deciding }) {
  const { t } = useTranslation();
  return (
    <div className={classes.decisions}>
      {of.candidates.length > 0 && (
        <section>
          <h3>{t('fallback:decision.acceptTitle')}</h3>
          <p className={classes.quiet}>{t('fallback:decision.acceptHelp')}</p>
          <AcceptForm of={of} look="secondary" />
        </section>
      )}
      {of.candidates.length > 0 && (
        <section>
          <h3>{t('fallback:decision.splitTitle')}</h3>
          <p className={classes.quiet}>{t('fallback:decision.splitHelp')}</p>
          <SplitForm of={{ ...of, candidates: of.candidates.slice(0, OFFERED) }} />
          {of.candidates.length > OFFERED && (
            <p>
              <a href={`/proposals/${of.proposalId}/split`}>
                {t('fallback:compare.more', { count: of.candidates.length - OFFERED })}
              </a>
            </p>
          )}
        </section>
      )}
      <section>
        <h3>{t('fallback:decision.rejectTitle')}</h3>
        <p className={classes.quiet}>{t('fallback:decision.rejectHelp')}</p>
        <RejectForm of={of} />
      </section>
    </div>
  );
}

export function AcceptForm({ of, refusal, values, look }: FormProps & { look?: Look }) {
  const { t } = useTranslation();
  const format = useFormat();
  const choices = of.candidates.map(({ id, name, rank, score }) => ({
    value: String(id),
    label: t('fallback:decision.choice', {
      rank,
      name,
      score: format.number(score, { maxDigits: 1 }),
    }),
  }));
  return (
    <EditForm action={decisionPath(of, 'acceptance')} refusal={refusal} values={values}>
      <SelectField
        name="vendor"
        label={t('fallback:decision.candidate')}
        {...(of.behind > 0 && { help: t('fallback:decision.behind', { count: of.behind }) })}
        choices={choices}
        initial={choices[0]?.value ?? null}
      />
      <div>
        <SubmitButton {...(look && { look })}>{t('fallback:decision.accept')}</SubmitButton>
      </div>
      {of.pickedId !== null && (
        <p>
          <a href={decisionPath(of, 'split')}>{t('fallback:decision.splitInstead')}</a>
        </p>
      )}
    </EditForm>
  );
}

export function SplitForm({ of, refusal, values }: FormProps) {
  const { t } = useTranslation();
  return (
    <EditForm action={decisionPath(of, 'split')} refusal={refusal} values={values}>
      <div className={classes.shares}>
        <PercentField
          name={`share-${of.incumbent.id}`}
          label={t('fallback:decision.keeps', { vendor: of.incumbent.name })}
          optional
        />
        {of.candidates.map(({ id, name }) => (
          <PercentField key={id} name={`share-${id}`} label={name} optional />
        ))}
      </div>
      <div>
        <SubmitButton look="secondary">{t('fallback:decision.split')}</SubmitButton>
      </div>
    </EditForm>
  );
}

export function RejectForm({ of, refusal, values }: FormProps) {
  const { t } = useTranslation();
  return (
    <EditForm action={`/proposals/${of.proposalId}/rejection`} refusal={refusal} values={values}>
      <TextAreaField name="reason" label={t('fallback:decision.reason')} rows={3} />
      <div>
        <SubmitButton look="secondary">{t('fallback:decision.reject')}</SubmitButton>
      </div>
    </EditForm>
  );
}
