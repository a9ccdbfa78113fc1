import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { ButtonLink, SubmitButton } from '~/components/form/buttons';
import { EditForm, FieldRow, FormActions } from '~/components/form/EditForm';
import { SelectField, TextField } from '~/components/form/fields';
import { redirectWithNotice } from '~/components/notice.server';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { formValues } from '~/shared/form-values';
import { nameOrCode } from '~/shared/named';
import { found, newOrId } from '~/shared/record-id';
import { keepMarket } from '~/vendors/keep-market.server';
import { findMarket, marketChoices } from '~/vendors/library-queries.server';
import { marketLevels } from '~/vendors/market';
import { outline } from '~/vendors/market-outline';
import { refusedForm } from './shared/refused-form.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale } = await requirePerson(args, 'registers.write');
  const marketId = newOrId(args.params['marketId']);
  const market = marketId === null ? null : found(await findMarket(reader, scope, marketId));
  const all = await marketChoices(reader, scope);
  const outside = market ? all.filter(({ path }) => !path.startsWith(market.path)) : all;
  const name = (names: { nameEn: string; nameZh: string; code: string }) =>
    nameOrCode(names, locale);
  return {
    title: market
      ? t('library:market.editTitle', { name: name(market) })
      : t('library:market.addTitle'),
    market,
    wantedParent: new URL(args.request.url).searchParams.get('parent'),
    addWithin: market && t('library:market.addWithin', { name: name(market) }),
    parents: outline(outside).map(({ market: place, depth }) => ({
      value: String(place.id),
      label: `${'\u2003'.repeat(depth)}${name(place)} (${place.code})`,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { store, act } = await requirePerson(args, 'registers.write');
  const values = formValues(await args.request.formData());
  const outcome = await keepMarket(store, act, newOrId(args.params['marketId']), values);
  if (!outcome.ok) return refusedForm(outcome, values);
  return redirectWithNotice('/markets', { key: 'library:notice.marketSaved' });
}

export default function MarketForm() {
  const { title, market, parents, wantedParent, addWithin } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const parent = market ? market.parentId?.toString() : wantedParent;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ label: t('library:market.title'), href: '/markets' }]}
        also={
          market && (
            <>
              <ButtonLink href={`/vendors?market=${encodeURIComponent(market.code)}`}>
                {t('library:service.showVendors')}
              </ButtonLink>
              {market.level !== 'city' && (
                <ButtonLink href={`/markets/new?parent=${market.id}`}>{addWithin}</ButtonLink>
              )}
            </>
          )
        }
      />
      <EditForm refusal={answer?.refusal} values={answer?.values}>
        <FieldRow>
          <TextField
            name="nameEn"
            label={t('library:service.nameEn')}
            initial={market?.nameEn ?? null}
          />
          <TextField
            name="nameZh"
            label={t('library:service.nameZh')}
            initial={market?.nameZh ?? null}
          />
        </FieldRow>
        <FieldRow>
          <TextField name="code" label={t('common:column.code')} initial={market?.code ?? null} />
          <SelectField
            name="level"
            label={t('library:market.level')}
            initial={market?.level ?? null}
            choices={marketLevels.map((value) => ({
              value,
              label: t(`library:market.levels.${value}`),
            }))}
          />
        </FieldRow>
        <SelectField
          name="parent"
          label={t('library:market.parent')}
          help={market ? t('library:market.parentHelp') : undefined}
          optional
          initial={parent ?? null}
          choices={parents}
        />
        <FormActions>
          <SubmitButton>{t('library:market.save')}</SubmitButton>
          <ButtonLink href="/markets" look="quiet">
            {t('common:action.cancel')}
          </ButtonLink>
        </FormActions>
      </EditForm>
    </>
  );
}
