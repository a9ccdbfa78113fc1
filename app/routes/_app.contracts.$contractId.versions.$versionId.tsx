import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requirePerson } from '~/auth/require-person.server';
import { NewTerm } from '~/components/contracts/AmendmentChanges';
import { FieldList } from '~/components/contracts/FieldDifference';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Section } from '~/components/Section';
import { useFormat } from '~/components/use-format';
import { findVersion } from '~/contracts/amendment-queries.server';
import { findContract } from '~/contracts/contract-queries.server';
import { fieldNamer } from '~/contracts/named-fields.server';
import { namedTerms } from '~/contracts/named-terms.server';
import { found, recordId } from '~/shared/record-id';

export const meta = pageTitle;

/** A version of a contract as it was agreed: its fields and its SLA terms. */
export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, t, locale, person } = await requirePerson(args, 'contracts.read');
  const contractId = recordId(args.params['contractId']);
  const contract = found(await findContract(reader, scope, contractId));
  const version = found(await findVersion(reader, contractId, recordId(args.params['versionId'])));
  const { terms, accepts_alone, ...document } = version.document;
  const isOwn = person.role === 'vendor';
  const shown = isOwn ? document : { ...document, accepts_alone };
  const named = await fieldNamer(reader, scope, locale, [shown]);
  return {
    title: t('contracts:amendment.versionTitle', { number: version.version }),
    contract: { id: contractId, title: contract.title },
    effectiveFrom: version.effectiveFrom,
    reason: isOwn ? null : version.reason,
    document: named(shown),
    terms: await namedTerms(reader, locale, Array.isArray(terms) ? terms : []),
  };
}

export default function ContractVersion() {
  const { title, contract, effectiveFrom, reason, document, terms } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const format = useFormat();
  // Terms of one KPI are told apart by where they hold and from when.
  const titleOf = ({
    name,
    service,
    market,
    term: { effective_from: from },
  }: (typeof terms)[number]) =>
    [
      name,
      service,
      market,
      from === null ? null : t('contracts:version.from', { from: format.date(from) }),
    ]
      .filter((part) => part !== null)
      .join(' · ');
  return (
    <>
      <PageHeader
        title={title}
        lead={reason ?? undefined}
        crumbs={[
          { label: t('contracts:title'), href: '/contracts' },
          { label: contract.title, href: `/contracts/${contract.id}` },
        ]}
        facts={[
          { label: t('contracts:amendment.effectiveFrom'), value: format.date(effectiveFrom) },
        ]}
      />
      <Section title={t('contracts:page.agreement')}>
        <FieldList document={document} />
      </Section>
      {terms.map((shown, index) => (
        <Section key={index} title={titleOf(shown)}>
          <NewTerm term={shown.term} unit={shown.unit} />
        </Section>
      ))}
    </>
  );
}
