import { useTranslation } from 'react-i18next';
import { directions, kpiCategories } from '~/kpi/kpi-definition';
import type { KpiFields } from '~/kpi/kpi-fields';
import type { FormValues } from '~/shared/form-values';
import type { Refused } from '~/shared/outcome';
import { ButtonLink, SubmitButton } from '../form/buttons';
import { RadioField } from '../form/choices';
import { EditForm, FieldRow, FormActions, FormSection } from '../form/EditForm';
import { NumberField, SelectField, TextAreaField, TextField, type Choice } from '../form/fields';

type Props = {
  initial?: KpiFields;
  /** The KPIs that may say how many observations there were. */
  samples: readonly Choice[];
  back: string;
  refusal?: Pick<Refused, 'reason' | 'fields'> | undefined;
  values?: FormValues | undefined;
};

/** A KPI of the library: its names, how its values are to be read, and which are possible. */
export function KpiForm({ initial, samples, back, refusal, values }: Props) {
  const { t } = useTranslation();
  return (
    <EditForm refusal={refusal} values={values}>
      {initial && <input type="hidden" name="code" value={initial.code} />}
      <NameFields initial={initial} />
      <ValueFields initial={initial} samples={samples} />
      <FormActions>
        <SubmitButton>{t('library:kpi.save')}</SubmitButton>
        <ButtonLink href={back} look="quiet">
          {t('common:action.cancel')}
        </ButtonLink>
      </FormActions>
    </EditForm>
  );
}

type Known = { initial: KpiFields | undefined };

/** What it is called, here and in the reports of vendors. */
function NameFields({ initial }: Known) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('library:kpi.names')}>
      {!initial && (
        <TextField
          name="code"
          label={t('common:column.code')}
          help={t('library:kpi.codeHelp')}
          width="medium"
        />
      )}
      <FieldRow>
        <TextField
          name="nameEn"
          label={t('library:kpi.nameEn')}
          initial={initial?.nameEn ?? null}
        />
        <TextField
          name="nameZh"
          label={t('library:kpi.nameZh')}
          initial={initial?.nameZh ?? null}
        />
      </FieldRow>
      <TextAreaField
        name="aliases"
        label={t('library:kpi.aliases')}
        help={t('library:kpi.aliasesHelp')}
        rows={2}
        optional
        initial={initial?.aliases.join('; ') ?? null}
      />
    </FormSection>
  );
}

/** How its values are to be read, and which are possible. */
function ValueFields({ initial, samples }: Known & Pick<Props, 'samples'>) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('common:column.value')}>
      <RadioField
        name="better"
        label={t('library:kpi.better')}
        initial={initial?.better ?? null}
        choices={directions.map((value) => ({ value, label: t(`common:better.${value}`) }))}
      />
      <FieldRow>
        <TextField
          name="unit"
          label={t('library:kpi.unit')}
          help={t('library:kpi.unitHelp')}
          initial={initial?.unit ?? null}
        />
        <SelectField
          name="category"
          label={t('library:kpi.category')}
          initial={initial?.category ?? null}
          choices={kpiCategories.map((value) => ({
            value,
            label: t(`common:category.${value}`),
          }))}
        />
      </FieldRow>
      <FieldRow>
        <NumberField
          name="min"
          label={t('library:kpi.min')}
          optional
          initial={initial?.min ?? null}
        />
        <NumberField
          name="max"
          label={t('library:kpi.max')}
          optional
          initial={initial?.max ?? null}
        />
      </FieldRow>
      <SelectField
        name="sampleKpiCode"
        label={t('library:kpi.sample')}
        help={t('library:kpi.sampleHelp')}
        optional
        initial={initial?.sampleKpiCode ?? null}
        choices={samples}
      />
      <TextField
        name="formula"
        label={t('library:kpi.formula')}
        help={t('library:kpi.formulaHelp')}
        optional
        initial={initial?.formula ?? null}
      />
    </FormSection>
  );
}
