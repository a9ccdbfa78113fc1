import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '~/auth/act';
import { requirePerson } from '~/auth/require-person.server';
import { TermChanges } from '~/components/contracts/TermChanges';
import { TermLine } from '~/components/contracts/TermLine';
import { VersionTable } from '~/components/contracts/VersionTable';
import { termParts, useTermWords } from '~/components/contracts/use-term-words';
import { ButtonLink } from '~/components/form/buttons';
import { pageTitle } from '~/components/page-title';
import { PageHeader } from '~/components/PageHeader';
import { Facts, Section, TwoColumns } from '~/components/Section';
import { StateBadge } from '~/components/StateBadge';
import { findContract } from '~/contracts/contract-queries.server';
import { termsForReader } from '~/contracts/term-on-page';
import { findTerm } from '~/contracts/term-queries.server';
import { found, recordId } from '~/shared/record-id';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, now, locale, person, can } = await requirePerson(args, 'contracts.read');
  const contractId = recordId(args.params['contractId']);
  const contract = found(await findContract(reader, scope, contractId));
  const stored = found(await findTerm(reader, scope, contractId, recordId(args.params['termId'])));
  const isOwn = person.role === 'vendor';
  const [shown] = termsForReader([stored], {
    ...{ locale, today: dayOf(now), startsOn: contract.startsOn, isOwn },
  });
  const term = found(shown);
  return {
    title: term.name,
    term,
    contract: { id: contract.id, title: contract.title, startsOn: contract.startsOn },
    isOwn,
    canWrite: can('contracts.write'),
  };
}

export default function TermPage() {
  const { term, contract, isOwn, canWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const base = `/contracts/${contract.id}`;
  const own = `${base}/terms/${term.id}`;
  const place = [term.service, term.market].filter((part) => part !== null).join(' · ');
  const isOpen = canWrite && term.standing !== 'withdrawn';
  return (
    <>
      <PageHeader
        title={term.name}
        lead={place || t('contracts:wholeVendor')}
        crumbs={[
          { label: t(isOwn ? 'contracts:own' : 'contracts:title'), href: '/contracts' },
          { label: contract.title, href: base },
        ]}
        state={
          <StateBadge tone={term.standing === 'in_force' ? 'accent' : 'quiet'}>
            {t(`contracts:standing.${term.standing}`)}
          </StateBadge>
        }
        also={
          isOpen && (
            <>
              <ButtonLink href={`${base}/terms/document?term=${term.id}`} look="quiet">
                {t('contracts:page.asDocument')}
              </ButtonLink>
              <ButtonLink href={`${own}/withdrawal`} look="quiet">
                {t('contracts:ending.endTerm')}
              </ButtonLink>
            </>
          )
        }
        action={
          isOpen && (
            <ButtonLink href={`${own}/edit`} look="primary">
              {t('contracts:page.changeTerm')}
            </ButtonLink>
          )
        }
      />
      <TwoColumns side={<Says />}>
        {term.current && (
          <Section title={t('contracts:page.line')}>
            <TermLine term={term.current.term} unit={term.unit} />
          </Section>
        )}
        <VersionTable term={term} startsOn={contract.startsOn} />
        <TermChanges terms={[term]} base={base} />
      </TwoColumns>
    </>
  );
}

/** What holds now, part by part. */
function Says() {
  const { term } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const wordsOf = useTermWords();
  if (!term.current) return null;
  const words = wordsOf(term.current.term, term.unit);
  return (
    <Section title={t('contracts:page.says')}>
      <Facts
        items={termParts.map((part) => ({
          label: t(`contracts:part.${part}`),
          value: words[part],
        }))}
      />
    </Section>
  );
}
