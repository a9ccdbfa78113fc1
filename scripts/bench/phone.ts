import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_PASSWORD, demoPeople, vendorEmail } from '~db/demo/people';
import { provideBrowser } from '../house/browser.mjs';
import { program, run } from '../house/run.mjs';
import type { Line } from './line';
import { startServer } from './server';
import { inFolder, percentile } from './temporary';

/** Fetched when it is asked for: nothing else needs it, and it is larger than all that the portal is built with. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const TRIES = 5;
const categories = ['performance', 'accessibility', 'best-practices'] as const;

type Server = Awaited<ReturnType<typeof startServer>>;
type Category = (typeof categories)[number];
type Report = {
  categories: Record<Category, { score: number | null }>;
  audits: Record<string, { numericValue?: number } | undefined>;
};

/** Pages of the demo by who opens them; what begins with a list is the first that the list leads to. */
const pages: {
  email: string;
  lists: Record<string, (server: Server, cookie: string) => Promise<string>>;
}[] = [
  {
    email: demoPeople.martin.email,
    lists: {
      'the heat map': at('/performance'),
      'the list of credits': at('/credits'),
      'a breach': firstOf('/breaches', /\/breaches\/\d+/),
      'a vendor': firstOf('/vendors', /\/vendors\/\d+/),
      'months of a KPI': firstOf('/performance', /\/vendors\/\d+\/kpis\/\d+/),
      'a review': firstOf('/reviews', /\/reviews\/\d+/),
    },
  },
  { email: vendorEmail('WN'), lists: { 'an upload': at('/reports/new') } },
];

/**
 * What Lighthouse says of pages on a phone: a line of 1.6 Mbit/s and 150 ms and a processor a quarter as quick, both applied
 * while the page is opened. It can also reckon what they would do from a quick run; from a server on the same machine, where
 * scripts are there before the first letters, that says too much or too little by chance.
 */
export async function benchPhone(share: number): Promise<Line[]> {
  const tries = Math.max(1, Math.round(TRIES * share));
  const browser = await provideBrowser();
  return inFolder(async (folder) => {
    const env = {
      DATABASE_FILE: join(folder, 'demo.sqlite'),
      UPLOADS_FOLDER: join(folder, 'demo'),
    };
    const loaded = await run(program('tsx'), ['scripts/portal.ts', 'demo', 'load'], {
      ...{ env, output: 'collect' },
    });
    if (loaded.code !== 0) throw new Error(loaded.output);
    const server = await startServer(env.DATABASE_FILE, env.UPLOADS_FOLDER);
    try {
      const lines: Line[] = [];
      for (const { email, lists } of pages) {
        const cookie = await signedIn(server, email);
        const headers = join(folder, 'headers.json');
        writeFileSync(headers, JSON.stringify({ Cookie: cookie }));
        for (const [what, find] of Object.entries(lists)) {
          const address = `${server.address}${await find(server, cookie)}`;
          const reports: Report[] = [];
          for (let n = 0; n < tries; n += 1)
            reports.push(await lighthouse(browser, address, headers));
          lines.push(...linesOf(what, reports));
        }
      }
      return lines;
    } finally {
      await server.stop();
    }
  });
}

function at(path: string) {
  return () => Promise.resolve(path);
}

function firstOf(list: string, link: RegExp) {
  return async (server: Server, cookie: string) => {
    const [path] = link.exec(await server.get(list, cookie)) ?? [];
    if (path === undefined) throw new Error(`${list} leads to no ${link.source}`);
    return path;
  };
}

async function signedIn(server: Server, email: string): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ email, password: DEMO_PASSWORD, to: '/account' }))
    form.set(name, value);
  const answer = await server.post('/sign-in', '', form);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function lighthouse(browser: string, address: string, headers: string): Promise<Report> {
  const { code, stdout } = await run(
    'npm',
    [
      ...['exec', '--yes', `--package=${LIGHTHOUSE}`, '--', 'lighthouse', address, '--quiet'],
      ...['--output=json', '--output-path=stdout', '--no-enable-error-reporting'],
      ...['--throttling-method=devtools', `--only-categories=${categories.join(',')}`],
      ...[`--extra-headers=${headers}`, '--chrome-flags=--headless=new --no-sandbox'],
    ],
    { env: { CHROME_PATH: browser }, output: 'result' },
  );
  if (code !== 0) throw new Error(`Lighthouse ended with ${code} over ${address}`);
  return JSON.parse(stdout) as Report;
}

function linesOf(what: string, reports: Report[]): Line[] {
  const speeds = scoresOf(reports, 'performance');
  const median = (audit: string) =>
    percentile(
      reports.map(({ audits }) => audits[audit]?.numericValue ?? NaN),
      50,
    ).toFixed(0);
  const parts = [
    `tries ${speeds.join(', ')}`,
    `largest letters ${median('largest-contentful-paint')} ms`,
    `blocked ${median('total-blocking-time')} ms`,
  ];
  const others = categories.filter((category) => category !== 'performance');
  return [
    line(`${what} on a phone, speed`, parts.join('; '), percentile(speeds, 50)),
    ...others.map((category) =>
      line(`${what} on a phone, ${category}`, 'lowest', Math.min(...scoresOf(reports, category))),
    ),
  ];
}

/** Of 100, the lowest first. */
function scoresOf(reports: Report[], category: Category): number[] {
  return reports
    .map(({ categories: { [category]: found } }) => Math.round((found.score ?? 0) * 100))
    .sort((a, b) => a - b);
}

function line(what: string, measured: string, value: number): Line {
  return { what, measured, value, limit: 95, atLeast: true };
}
