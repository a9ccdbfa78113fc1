import { join, resolve } from 'node:path';
import { z } from 'zod';
import { keyOf } from '~/privacy/master-key.server';

const whole = z.coerce.number().int().min(0);

const variables = z.object({
  PORT: whole.max(65_535).default(3000),
  HOST: z.string().optional(),
  PROCESSES: whole.min(1).max(64).default(1),
  TRUST_PROXY: z.string().default(''),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  BODY_LIMIT_MB: whole.min(1).default(32),
  MASTER_KEY: z
    .string()
    .refine((text) => keyOf(text) !== null, '32 bytes in base64 or hexadecimal')
    .optional(),
  UPLOADS_FOLDER: z.string().default(join('data', 'uploads')),
});

export type Environment = {
  port: number;
  /** The address to listen on; all of them where none is given. */
  host: string | undefined;
  /** How many processes answer on the port. */
  processes: number;
  /** Express's `trust proxy`: how many proxies, or which addresses, may say who the client is. */
  trustProxy: number | string | false;
  logLevel: string;
  bodyLimit: number;
  /** The folder of uploaded files. */
  uploads: string;
};

/** What the server is told from outside; throws with every variable that makes no sense. */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = variables.safeParse(given);
  if (!read.success) throw new Error(z.prettifyError(read.error));
  const { data } = read;
  return {
    port: data.PORT,
    host: data.HOST,
    processes: data.PROCESSES,
    trustProxy: trustProxy(data.TRUST_PROXY),
    logLevel: data.LOG_LEVEL,
    bodyLimit: data.BODY_LIMIT_MB * 1024 * 1024,
    uploads: resolve(data.UPLOADS_FOLDER),
  };
}

function trustProxy(text: string): number | string | false {
  if (text === '' || text === '0' || text === 'false') return false;
  return /^\d+$/.test(text) ? Number(text) : text;
}
