import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Directions } from '~/contracts/contract-file';
import { readSlaTerm, type SlaTerm } from '~/contracts/sla-term';
import { bandRows, operatorOfForm, termDocumentOf, type BandRow } from '~/contracts/term-form';
import { Decimal } from '~/shared/decimal';
import { formValues, type FormValues } from '~/shared/form-values';
import type { Refused } from '~/shared/outcome';
import { EditForm, FieldRow, FormActions, FormSection } from '../form/EditForm';
import { TextField } from '../form/fields';
import { DateField } from '../form/dates';
import { ButtonLink, SubmitButton } from '../form/buttons';
import { Callout } from '../Notice';
import { FailureFields } from './FailureFields';
import { PromiseFields } from './PromiseFields';
import { EvaluationFields } from './EvaluationFields';
import { TermDifference } from './TermDifference';
import { TrialPanel } from './TrialPanel';
import { useTrial } from './use-trial';
import { textOf, type TermChoices } from './term-choices';
import classes from './contracts.module.css';

type Props = {
  /** Null for a term of a standard: it has no past of its own to be tried on, and holds from one day on. */
  contractId: number | null;
  choices: TermChoices;
  /** What the form starts from; entries of a refused form come before it. */
  initial: FormValues;
  refusal?: Refused | null | undefined;
  values?: FormValues | null | undefined;
  /** A change: the version that it starts from. KPI and scope stay. */
  before: { versionId: number; term: SlaTerm } | null;
  /** What the button says, where it is not about a contract. */
  save?: string;
  /** Where the way out leads. */
  back: string;
};

const FIRST_BAND: BandRow = { severity: 'serious', limit: '', points: '', credit_percent: '' };

/** A term as people think of it, its bands on a line and its effect on the last months beside it, live as typed. */
export function TermForm(props: Props) {
  const { contractId, choices, initial, refusal, values, before, back, save } = props;
  const ofContract = contractId !== null;
  const { t } = useTranslation();
  const [rows, setRows] = useState<BandRow[]>(() => startRows(values ?? initial));
  const { box, typed, refresh } = useTyped(values ?? initial, rows);
  const directions: Directions = useMemo(
    () => new Map(choices.kpis.map(({ code, better }) => [code, better])),
    [choices],
  );
  const document = termDocumentOf(typed, directions);
  const operator = operatorOfForm(typed, directions);
  const read = readSlaTerm(document);
  const target = typeof document['target'] === 'string' ? document['target'] : '';
  const unit = choices.kpis.find(({ code }) => code === document['kpi'])?.unit ?? null;
  const trial = useTrial(
    `/contracts/${contractId}/backtest`,
    read.ok && ofContract ? document : null,
  );
  const moveTo = (next: string) => {
    const by = new Decimal(next).minus(target);
    const moved = (text: string) => (isFigure(text) ? new Decimal(text).plus(by).toFixed() : text);
    setEntry('target', next);
    setEntry('warn_at', moved(entry('warn_at')));
    setRows(rows.map((row) => ({ ...row, limit: moved(row.limit) })));
  };
  return (
    <div className={classes.split}>
      <div ref={box} onChange={refresh} onBlur={refresh}>
        <EditForm refusal={refusal} values={values} wide>
          {before && <input type="hidden" name="basedOn" value={before.versionId} />}
          <PromiseFields choices={choices} initial={initial} fixed={before !== null} unit={unit} />
          <FailureFields
            rows={rows}
            onRows={setRows}
            operator={operator}
            target={isFigure(target) ? target : null}
            document={document}
            unit={unit}
            initial={initial}
            method={textOf(typed, 'credit.method')}
          />
          <EvaluationFields initial={initial} refusal={refusal} />
          <WhenFields initial={initial} ofContract={ofContract} isChange={before !== null} />
          {before && read.ok && (
            <Callout title={t('contracts:change.title')}>
              <TermDifference before={before.term} after={read.value} unit={unit} />
            </Callout>
          )}
          <FormActions>
            <SubmitButton>
              {save ?? t(before ? 'contracts:form.change' : 'contracts:form.add')}
            </SubmitButton>
            <ButtonLink href={back}>{t('common:action.cancel')}</ButtonLink>
          </FormActions>
        </EditForm>
      </div>
      {ofContract && (
        <div className={classes.beside}>
          <TrialPanel {...trial} isWhole={read.ok} target={target} unit={unit} onTarget={moveTo} />
        </div>
      )}
    </div>
  );
}

/** What stands in the form, read anew after each entry and each change of its bands. */
function useTyped(initial: FormValues, rows: readonly BandRow[]) {
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<FormValues>(initial);
  const refresh = useCallback(() => {
    window.setTimeout(() => {
      const form = box.current?.querySelector('form');
      if (form) setTyped(formValues(new FormData(form)));
    }, 0);
  }, []);
  useEffect(refresh, [refresh, rows]);
  return { box, typed, refresh };
}

type WhenProps = { initial: FormValues; ofContract: boolean; isChange: boolean };

/** From when to when it holds, and why. */
function WhenFields({ initial, ofContract, isChange }: WhenProps) {
  const { t } = useTranslation();
  return (
    <FormSection
      title={t('contracts:form.when')}
      help={ofContract && t(isChange ? 'contracts:form.whenChange' : 'contracts:form.whenNew')}
    >
      <FieldRow>
        <DateField
          name="effective_from"
          label={t('contracts:part.from')}
          initial={textOf(initial, 'effective_from')}
          help={t(ofContract ? 'contracts:form.fromHelp' : 'standards:term.fromHelp')}
          optional={ofContract}
        />
        {ofContract && (
          <DateField
            name="effective_to"
            label={t('contracts:part.to')}
            initial={textOf(initial, 'effective_to')}
            help={t('contracts:form.toHelp')}
            optional
          />
        )}
      </FieldRow>
      <TextField
        name="reason"
        label={t('common:column.reason')}
        help={t('contracts:form.reasonHelp')}
        optional={ofContract && !isChange}
        maxLength={500}
      />
    </FormSection>
  );
}

/** One band at least: the default that a term without bands has. */
function startRows(values: FormValues): BandRow[] {
  const rows = bandRows(values);
  return rows.length > 0 ? rows : [FIRST_BAND];
}

function isFigure(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

function entry(name: string): string {
  const field = window.document.getElementById(`field-${name}`);
  return field instanceof HTMLInputElement ? field.value : '';
}

function setEntry(name: string, value: string): void {
  const field = window.document.getElementById(`field-${name}`);
  if (field instanceof HTMLInputElement) field.value = value;
}
