import { useTranslation } from 'react-i18next';
import type { ClaimTerms } from '~/contracts/settlement-terms';
import { ButtonLink } from '../form/buttons';
import { Facts, Section } from '../Section';
import { useFormat } from '../use-format';

type Props = {
  contract: { id: number; number: string };
  terms: ClaimTerms & { bonusPercent: string | null };
  canWrite: boolean;
  canReadAccount: boolean;
};

/** How a contract's credits are claimed, what it pays on top, and the way to its statements. */
export function ContractSettlement({ contract, terms, canWrite, canReadAccount }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { claimDays, claimFrom, claimCount, bonusPercent } = terms;
  const counted = {
    calendar_days: [],
    next_business_day: [t('settlement:contract.claimNext')],
    business_days: [t('settlement:contract.claimBusiness')],
  }[claimCount];
  return (
    <Section
      title={t('settlement:contract.title')}
      action={
        canWrite && (
          <ButtonLink href={`/contracts/${contract.id}/settlement`}>
            {t('settlement:contract.edit')}
          </ButtonLink>
        )
      }
    >
      <Facts
        items={[
          {
            label: t('settlement:contract.claims'),
            value:
              claimDays === null
                ? t('settlement:contract.noLimit')
                : [
                    t('settlement:contract.claimWithin', {
                      days: t('common:days', { count: claimDays }),
                      from: t(`settlement:terms.${claimFrom}`),
                    }),
                    ...counted,
                  ].join(' · '),
          },
          {
            label: t('settlement:terms.bonusPercent'),
            value:
              bonusPercent === null
                ? t('common:none')
                : t('settlement:contract.bonus', { percent: format.percent(bonusPercent, 6) }),
          },
          {
            label: t('settlement:title'),
            value: (
              <a href={`/statements?q=${encodeURIComponent(contract.number)}`}>
                {t('settlement:contract.statements')}
              </a>
            ),
          },
          ...(canReadAccount
            ? [
                {
                  label: t('settlement:account.entries'),
                  value: (
                    <a href={`/contracts/${contract.id}/account`}>{t('settlement:account.link')}</a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
