import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormValues } from '~/shared/form-values';
import type { Refused } from '~/shared/outcome';
import { chosenRoles, computedParts } from '~/kpi/mapping-form';
import { Button, SubmitButton } from '../form/buttons';
import { CheckboxField } from '../form/choices';
import { EditForm, FormActions, FormSection } from '../form/EditForm';
import { SelectField, TextField } from '../form/fields';
import { useField } from '../form/form-state';
import classes from './reports.module.css';

/** A column of the file as the form asks about it. */
export type MappedColumn = {
  index: number;
  letters: string;
  heading: string;
  samples: string[];
  /** What it is taken for without a choice; null where nobody knows. */
  taken: string | null;
};

type Choices = readonly { value: string; label: string }[];

type Props = {
  columns: readonly MappedColumn[];
  kpis: Choices;
  initial: FormValues;
  refusal?: Refused | undefined;
  values?: FormValues | undefined;
};

/** Asks what the columns of a sheet are: a KPI, a field, a part of the market; which KPIs are computed; which rows count. */
export function MappingForm({ columns, kpis, initial, refusal, values }: Props) {
  const { t } = useTranslation();
  return (
    <EditForm refusal={refusal} values={values ?? initial} wide>
      <div>
        <table className={classes.columnsForm}>
          <thead>
            <tr>
              <th scope="col">{t('kpi:mapping.column')}</th>
              <th scope="col">{t('kpi:mapping.samples')}</th>
              <th scope="col">{t('kpi:mapping.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <tr key={column.index} data-unknown={column.taken === null}>
                <th scope="row">
                  <span className={classes.letters}>{column.letters}</span> {column.heading}
                </th>
                <td className={classes.samples}>{column.samples.join(' · ')}</td>
                <td>
                  <ColumnChoice column={column} kpis={kpis} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {columns.some(({ taken }) => taken === null) && (
        <CheckboxField
          name="leave_rest"
          label={t('kpi:mapping.leaveRest')}
          help={t('kpi:mapping.leaveRestHelp')}
        />
      )}
      <FormSection title={t('kpi:mapping.marketTitle')} help={t('kpi:mapping.marketHelp')}>
        <TextField
          name="separator"
          label={t('kpi:mapping.separator')}
          initial=" → "
          width="short"
          optional
        />
        <CheckboxField
          name="create"
          label={t('kpi:mapping.create')}
          help={t('kpi:mapping.createHelp')}
        />
      </FormSection>
      <ComputedKpis kpis={kpis} initial={initial} />
      <RowRules columns={columns} initial={initial} />
      <FormActions>
        <SubmitButton>{t('kpi:mapping.preview')}</SubmitButton>
      </FormActions>
    </EditForm>
  );
}

function ColumnChoice({ column, kpis }: { column: MappedColumn; kpis: Choices }) {
  const { t } = useTranslation();
  const { id, value, error } = useField(`column.${column.index}`);
  return (
    <>
      <select
        key={value}
        id={id}
        name={`column.${column.index}`}
        defaultValue={value}
        aria-label={`${column.letters} ${column.heading}`}
        aria-invalid={error !== undefined}
      >
        <option value="">
          {column.taken === null
            ? t('kpi:mapping.choose')
            : t('kpi:mapping.asHeading', { meaning: column.taken })}
        </option>
        <option value="left_out">{t('kpi:mapping.leaveOut')}</option>
        <option value="market_part">{t('kpi:mapping.marketPart')}</option>
        <optgroup label={t('kpi:mapping.groupColumns')}>
          {chosenRoles.map((role) => (
            <option key={role} value={`role:${role}`}>
              {t(`kpi:mapping.role.${role}`)}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('kpi:mapping.groupKpis')}>
          {kpis.map((kpi) => (
            <option key={kpi.value} value={`kpi:${kpi.value}`}>
              {kpi.label}
            </option>
          ))}
        </optgroup>
      </select>
      {error && <p className={classes.quiet}>{error}</p>}
    </>
  );
}

/** Empty lines offered for computed KPIs beyond those that stand. */
const SPARE = 2;
const RULES = 2;

function countOf(initial: FormValues, prefix: string): number {
  const indexes = Object.keys(initial).flatMap((name) =>
    name.startsWith(prefix) ? Number(name.split('.')[1]) + 1 : [],
  );
  return Math.max(0, ...indexes);
}

function ComputedKpis({ kpis, initial }: { kpis: Choices; initial: FormValues }) {
  const { t } = useTranslation();
  const [count, setCount] = useState(countOf(initial, 'computed.') + SPARE);
  return (
    <FormSection title={t('kpi:mapping.computedTitle')} help={t('kpi:mapping.computedHelp')}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={classes.computed}>
          <SelectField
            name={`computed.${index}.kpi`}
            label={t('kpi:mapping.kpi')}
            choices={kpis}
            optional
          />
          {computedParts.map((part) => (
            <TextField
              key={part}
              name={`computed.${index}.${part}`}
              label={t(`kpi:mapping.${part}`)}
              spellCheck={false}
              autoComplete="off"
              optional
            />
          ))}
        </div>
      ))}
      <div>
        <Button look="quiet" onClick={() => setCount(count + 1)}>
          {t('kpi:mapping.more')}
        </Button>
      </div>
    </FormSection>
  );
}

function RowRules({ columns, initial }: { columns: readonly MappedColumn[]; initial: FormValues }) {
  const { t } = useTranslation();
  const choices = columns.map(({ index, letters, heading }) => ({
    value: String(index),
    label: `${letters} ${heading}`,
  }));
  return (
    <FormSection title={t('kpi:mapping.rowsTitle')} help={t('kpi:mapping.rowsHelp')}>
      {Array.from({ length: Math.max(RULES, countOf(initial, 'rows.') + 1) }, (_, index) => (
        <div key={index} className={classes.rules}>
          <SelectField
            name={`rows.${index}.column`}
            label={t('kpi:mapping.rowsColumn')}
            choices={choices}
            optional
          />
          <SelectField
            name={`rows.${index}.mode`}
            label={t('kpi:mapping.rowsMode')}
            initial="drop"
            choices={[
              { value: 'drop', label: t('kpi:mapping.rowsDrop') },
              { value: 'keep', label: t('kpi:mapping.rowsKeep') },
            ]}
          />
          <TextField name={`rows.${index}.cells`} label={t('kpi:mapping.rowsCells')} optional />
        </div>
      ))}
    </FormSection>
  );
}
