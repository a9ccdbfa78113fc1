import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CompanyPart } from '~/components/company/CompanyPart';
import { RecordRows } from '~/components/company/RecordRows';
import { EmptyState } from '~/components/EmptyState';
import { ButtonLink } from '~/components/form/buttons';
import { pageTitle } from '~/components/page-title';
import { Section } from '~/components/Section';
import { requireCompany } from '~/onboarding/own-company.server';
import { contactsOfVendor } from '~/vendors/vendor-record-queries.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t, reader, scope, vendorId, partOf } = await requireCompany(args);
  return {
    title: t('company:section.contacts'),
    part: partOf('contacts'),
    contacts: (await contactsOfVendor(reader, scope, vendorId)).map(
      ({ id, side, role, level, name, email, phone }) => ({
        id,
        side,
        role,
        level,
        name,
        email,
        phone,
      }),
    ),
  };
}

type Contact = Awaited<ReturnType<typeof loader>>['contacts'][number];

export default function Contacts() {
  const { part, contacts } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const row = ({ id, side, role, level, name, email, phone }: Contact) => ({
    key: id,
    title: name,
    href: side === 'vendor' && part.isOpen ? `/company/contacts/${id}` : null,
    facts: [
      level === null
        ? t(`vendors:contact.role.${role}`)
        : t('vendors:contact.levelShort', { level }),
      email,
      phone,
    ]
      .filter(Boolean)
      .join(' · '),
  });
  const theirs = contacts.filter(({ side }) => side === 'vendor');
  const ours = contacts.filter(({ side }) => side === 'ours');
  return (
    <CompanyPart
      part={part}
      action={
        <ButtonLink href="/company/contacts/new" look="primary">
          {t('company:contacts.add')}
        </ButtonLink>
      }
    >
      <Section title={t('company:contacts.yours')}>
        {theirs.length === 0 && (
          <EmptyState title={t('company:contacts.empty')}>
            {t('company:contacts.emptyHelp')}
          </EmptyState>
        )}
        <RecordRows rows={theirs.map(row)} />
      </Section>
      <Section title={t('company:contacts.ours')}>
        {ours.length === 0 && <p>{t('company:contacts.noneOfOurs')}</p>}
        <RecordRows rows={ours.map(row)} />
      </Section>
      <ButtonLink href="/company" look="quiet">
        {t('company:back')}
      </ButtonLink>
    </CompanyPart>
  );
}
