import { createTransport } from 'nodemailer';
import type { Postman } from './deliver-outbox.server';

/** A postman for `SMTP_URL` (`smtp://user:password@host:587`); null without one: mail is then kept, to be read on its page. */
export function postmanFor(smtpUrl: string | undefined, from: string | undefined): Postman | null {
  if (!smtpUrl) return null;
  const transport = createTransport(smtpUrl);
  const sender = from ?? 'Mainstay <mainstay@localhost>';
  return async ({ messageId, to, subject, text }) => {
    await transport.sendMail({ from: sender, to, subject, text, messageId });
  };
}
