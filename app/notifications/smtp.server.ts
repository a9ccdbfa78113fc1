import type { Transporter } from 'nodemailer';
import { calendarMethod } from './mail-attachment';
import { Unreachable, type Postman } from './deliver-outbox.server';

const PATIENCE_MS = 15_000;
/** Errors of the connection and the sign-in, not of a letter, by nodemailer's codes. */
const OF_THE_SERVER =
  /^(ECONNECTION|ETIMEDOUT|ESOCKET|EDNS|ETLS|EAUTH|ENOAUTH|EPROTOCOL|EPROXY|ECONNREFUSED)$/;

/** A postman for `SMTP_URL` (`smtp://user:password@host:587`); null without one: mail is then kept, to be read on its page. */
export function postmanFor(smtpUrl: string | undefined, from: string | undefined): Postman | null {
  if (!smtpUrl) return null;
  let transport: Promise<Transporter> | undefined;
  const sender = from ?? 'Mainstay <mainstay@localhost>';
  return async ({ messageId, to, subject, text, attachments }) => {
    const event = attachments.find((file) => calendarMethod(file) !== null);
    transport ??= transportTo(smtpUrl);
    try {
      await (
        await transport
      ).sendMail({
        ...{ from: sender, to, subject, text, messageId },
        // Beside the text, where mail programs look for an invitation that they can answer.
        ...(event && {
          icalEvent: {
            filename: event.name,
            method: calendarMethod(event) ?? 'REQUEST',
            content: event.content,
          },
        }),
        attachments: attachments
          .filter((file) => file !== event)
          .map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
      });
    } catch (error) {
      throw isOfTheServer(error) ? new Unreachable(error.message, { cause: error }) : error;
    }
  };
}

/** The package is loaded with the first letter. */
async function transportTo(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: 2 * PATIENCE_MS,
  });
}

function isOfTheServer(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    OF_THE_SERVER.test(error.code)
  );
}
