import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../form/buttons';
import { ConfirmButton } from '../form/ConfirmButton';
import { Facts, Section } from '../Section';
import { InstantText } from '../texts';
import type { CheckParts } from './check-page';
import classes from './diligence.module.css';

/** Beside a check: what the portal knows itself, and who from outside was asked. */
export function CheckSide({ page }: { page: CheckParts }) {
  return (
    <>
      <KnownNumbers page={page} />
      <Screening page={page} />
      <OutsideReviewers page={page} />
    </>
  );
}

function KnownNumbers({ page: { identifiers } }: { page: CheckParts }) {
  const { t } = useTranslation();
  if (identifiers.length === 0) return null;
  return (
    <Section title={t('diligence:identifier.section')} help={t('diligence:check.numbersHelp')}>
      <Facts
        items={identifiers.map(({ kind, value }) => ({
          label: t(`diligence:identifier.kinds.${kind}`),
          value,
        }))}
      />
    </Section>
  );
}

function Screening({ page: { screening, isOutside } }: { page: CheckParts }) {
  const { t } = useTranslation();
  if (!screening) return null;
  const hits = (state: string, count: number) =>
    isOutside || count === 0 ? (
      count
    ) : (
      <a href={`/screening?vendor=${encodeURIComponent(screening.code)}&state=${state}`}>{count}</a>
    );
  return (
    <Section title={t('diligence:screening.section')}>
      <Facts
        items={[
          {
            label: t('diligence:screening.lastLabel'),
            value:
              screening.at === null ? (
                t('diligence:screening.never')
              ) : (
                <InstantText instant={screening.at} />
              ),
          },
          { label: t('diligence:hit.undecided'), value: hits('open', screening.open) },
          { label: t('diligence:hit.states.same'), value: hits('same', screening.same) },
        ]}
      />
    </Section>
  );
}

function OutsideReviewers({ page: { check, reviewers, may } }: { page: CheckParts }) {
  const { t } = useTranslation();
  if (!may.share) return null;
  return (
    <Section
      title={t('diligence:reviewer.section')}
      help={t('diligence:reviewer.help')}
      action={
        <ButtonLink href={`/checks/${check.id}/reviewers/new`} look="quiet">
          {t('diligence:reviewer.add')}
        </ButtonLink>
      }
    >
      <ul className={classes.evidence}>
        {reviewers.map(({ id, name, email }) => (
          <li key={id}>
            <strong>{name}</strong>
            <p className={classes.quiet}>{email}</p>
            <ConfirmButton
              label={t('diligence:reviewer.remove')}
              title={t('diligence:reviewer.removeTitle', { name })}
              action={`/checks/${check.id}/reviewers/${id}/removal`}
              openLook="quiet"
            >
              {t('diligence:reviewer.removeHelp')}
            </ConfirmButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
