import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type MailSink = {
  url: string;
  /** The message ids of all letters that were accepted, in order, repeats included. */
  received: string[];
  close: () => Promise<void>;
};

/** A mail server that takes every letter and notes its message id before it says so. */
export async function openMailSink(): Promise<MailSink> {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, taken) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const letter = Buffer.concat(chunks).toString();
        received.push(/^Message-ID: (.*)$/im.exec(letter)?.[1]?.trim() ?? 'none');
        taken();
      });
    },
  });
  server.on('error', () => undefined); // A sender that is killed breaks its connection.
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
