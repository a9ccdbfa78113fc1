import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { found, recordId } from '~/shared/record-id';
import { requirePerson } from '~/auth/require-person.server';
import { ConfirmButton } from '~/components/form/ConfirmButton';
import classes from '~/components/jobs/Letter.module.css';
import { MailBadge } from '~/components/jobs/MailBadge';
import { PageHeader } from '~/components/PageHeader';
import { pageTitle } from '~/components/page-title';
import { Facts, Section, TwoColumns } from '~/components/Section';
import { useFormat } from '~/components/use-format';
import { languageNames } from '~/locales/languages';
import { withoutSecrets } from '~/notifications/mail';
import { findMail } from '~/notifications/mail-queries.server';

export const meta = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { reader, scope, can } = await requirePerson(args, 'mail.read');
  const mail = found(await findMail(reader, scope, recordId(args.params['mailId'])));
  const mayManage = can('people.manage');
  return {
    title: mail.subject,
    mail: mayManage ? mail : withoutSecrets(mail),
    canSendAgain:
      mayManage && mail.body !== '' && (mail.state === 'failed' || mail.state === 'kept'),
  };
}

export default function Mail() {
  const { mail, canSendAgain } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { instant, list } = useFormat();
  return (
    <>
      <PageHeader
        title={mail.subject}
        crumbs={[
          { label: t('nav:administration'), href: '/administration' },
          { label: t('jobs:mail.title'), href: '/mail' },
        ]}
        state={<MailBadge state={mail.state} />}
        action={
          canSendAgain && (
            <ConfirmButton
              label={t('jobs:mail.again')}
              action={`/mail/${mail.id}/delivery`}
              look="primary"
              openLook="secondary"
            >
              {mail.toAddress}
            </ConfirmButton>
          )
        }
      />
      <TwoColumns
        side={
          <Facts
            items={[
              { label: t('jobs:mail.to'), value: mail.toAddress },
              { label: t('jobs:mail.language'), value: languageNames[mail.locale] },
              { label: t('jobs:mail.written'), value: instant(mail.createdAt) },
              {
                label: t('jobs:mail.sent'),
                value: mail.sentAt === null ? '–' : instant(mail.sentAt),
              },
              { label: t('jobs:mail.attempts'), value: mail.attempts },
              ...(mail.attachments === null
                ? []
                : [
                    {
                      label: t('jobs:mail.files'),
                      value: list(mail.attachments.map(({ name }) => name)),
                    },
                  ]),
              ...(mail.lastError === null
                ? []
                : [{ label: t('jobs:mail.lastError'), value: mail.lastError }]),
            ]}
          />
        }
      >
        <Section title={t('jobs:mail.text')}>
          {mail.body === '' ? (
            <p>{t('jobs:mail.cleared')}</p>
          ) : (
            <pre className={classes.letter} lang={mail.locale}>
              {mail.body}
            </pre>
          )}
        </Section>
      </TwoColumns>
    </>
  );
}
