import { useTranslation } from 'react-i18next';
import { ActorName } from '~/components/audit/ActorName';
import { ButtonLink } from '~/components/form/buttons';
import { useTierWords } from '~/components/registers/tier-words';
import { Facts, Section } from '~/components/Section';
import { InstantText } from '~/components/texts';
import { Timeline } from '~/components/Timeline';
import { tierTable } from '~/vendors/tier';
import type { VendorPage } from './load-page.server';
import classes from './vendor.module.css';

/** Whom to turn to: theirs and ours, escalation levels upwards. */
export function Contacts({ page: { vendor, contacts, may } }: { page: VendorPage }) {
  const { t } = useTranslation();
  return (
    <Section
      title={t('vendors:contact.section')}
      action={
        may.write && (
          <ButtonLink href={`/vendors/${vendor.id}/contacts/new`} look="quiet">
            {t('vendors:contact.add')}
          </ButtonLink>
        )
      }
    >
      {(['vendor', 'ours'] as const).map((side) => {
        const people = contacts.filter((contact) => contact.side === side);
        return (
          <div key={side} className={classes.people}>
            <h3>{t(`vendors:contact.side.${side}`)}</h3>
            {people.length === 0 && <p className={classes.quiet}>{t('vendors:contact.none')}</p>}
            <ul>
              {people.map((person) => (
                <Contact
                  key={person.id}
                  person={person}
                  href={may.write ? `/vendors/${vendor.id}/contacts/${person.id}` : null}
                />
              ))}
            </ul>
          </div>
        );
      })}
    </Section>
  );
}

type ContactProps = { person: VendorPage['contacts'][number]; href: string | null };

function Contact({ person: { name, role, level, email, phone }, href }: ContactProps) {
  const { t } = useTranslation();
  return (
    <li>
      {href === null ? <strong>{name}</strong> : <a href={href}>{name}</a>}
      <span className={classes.quiet}>
        {role === 'escalation'
          ? t('vendors:contact.levelShort', { level: level ?? '' })
          : t(`vendors:contact.role.${role}`)}
      </span>
      {email !== null && <a href={`mailto:${email}`}>{email}</a>}
      {phone !== null && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>}
    </li>
  );
}

/** Who it is: names, group, site, and our note. */
export function Details({ page: { vendor, group } }: { page: VendorPage }) {
  const { t } = useTranslation();
  const { parent, members, memberCount } = group;
  const left = memberCount - members.length;
  return (
    <Section title={t('vendors:details.title')}>
      <Facts
        items={[
          { label: t('vendors:details.code'), value: vendor.code },
          ...(vendor.formerNames.length > 0
            ? [{ label: t('vendors:details.formerNames'), value: vendor.formerNames.join('; ') }]
            : []),
          ...(parent
            ? [
                {
                  label: t('vendors:details.parent'),
                  value: <a href={`/vendors/${parent.id}`}>{parent.name}</a>,
                },
              ]
            : []),
          ...(members.length > 0
            ? [
                {
                  label: t('vendors:details.members'),
                  value: (
                    <ul className={classes.plain}>
                      {members.map(({ id, name }) => (
                        <li key={id}>
                          <a href={`/vendors/${id}`}>{name}</a>
                        </li>
                      ))}
                      {left > 0 && <li>{t('vendors:details.more', { count: left })}</li>}
                    </ul>
                  ),
                },
              ]
            : []),
          ...(vendor.website !== null
            ? [
                {
                  label: t('vendors:details.website'),
                  value: (
                    <a href={vendor.website} rel="noreferrer" target="_blank">
                      {vendor.website.replace(/^https?:\/\/(www\.)?|\/$/g, '')}
                    </a>
                  ),
                },
              ]
            : []),
          {
            label: t('vendors:details.since'),
            value: <InstantText instant={vendor.createdAt} />,
          },
          ...(vendor.note !== null
            ? [{ label: t('vendors:details.note'), value: vendor.note }]
            : []),
        ]}
      />
    </Section>
  );
}

/** What follows from the tier it is in; without one, what stands in the way. */
export function TierFacts({ page: { vendor, may } }: { page: VendorPage }) {
  const { t } = useTranslation();
  const words = useTierWords();
  const follows = vendor.tier && tierTable[vendor.tier];
  return (
    <Section
      title={
        vendor.tier
          ? `${t('vendors:fact.tier')} · ${t(`common:tier.${vendor.tier}`)}`
          : t('vendors:fact.tier')
      }
      action={
        may.write && (
          <ButtonLink href={`/vendors/${vendor.id}/tier`} look="quiet">
            {t('vendors:tier.change')}
          </ButtonLink>
        )
      }
    >
      {follows ? (
        <Facts
          items={[
            { label: t('vendors:tier.review'), value: words.every(follows.reviewEveryMonths) },
            { label: t('vendors:tier.assess'), value: words.every(follows.assessEveryMonths) },
            { label: t('vendors:tier.checks'), value: words.checks(follows.checks) },
            {
              label: t('vendors:tier.approver'),
              value: t(`vendors:tier.approvers.${follows.approver}`),
            },
          ]}
        />
      ) : (
        <p className={classes.quiet}>{t('vendors:tier.missing')}</p>
      )}
    </Section>
  );
}

/** How its record came to be what it is, the latest change first. */
export function History({ page: { history } }: { page: VendorPage }) {
  const { t } = useTranslation();
  return (
    <Section title={t('vendors:history.title')}>
      {history.length === 0 ? (
        <p className={classes.quiet}>{t('vendors:history.empty')}</p>
      ) : (
        <Timeline
          items={history.map(({ sequence, at, done, status, tier, ...who }) => ({
            key: sequence,
            at,
            who: <ActorName entry={who} />,
            title: status
              ? t('kit:labelled', {
                  label: t('common:column.status'),
                  value: t(`common:vendorState.${status}`),
                })
              : tier
                ? t('kit:labelled', {
                    label: t('common:column.tier'),
                    value: t(`common:tier.${tier}`),
                  })
                : t('audit:said', {
                    entity: t('audit:entity.vendor'),
                    done: t(`audit:done.${done}`, { defaultValue: done }),
                  }),
          }))}
        />
      )}
    </Section>
  );
}
