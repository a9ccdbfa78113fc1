import type { LoaderFunction } from '@remix-run/node';
import { expect, it } from 'vitest';
import { problemOf } from '~/shared/problem';
import { contextFor } from '../../tests/visit';
import { freshStore } from '../../tests/database';
import { answeringFailures } from './failures';
import { createLog } from './log';

/** The answer at an address whose loader fails in some way. */
async function answerOf(path: string, error: Error | Response): Promise<unknown> {
  const loader: LoaderFunction = () => {
    if (error instanceof Response) throw error;
    throw error;
  };
  const module = { loader, default: () => null };
  const routes = { failing: { id: 'failing', module } };
  const guarded = answeringFailures({ routes }, createLog('silent')).routes['failing'];
  const request = new Request(`http://localhost${path}`);
  try {
    return await guarded?.module.loader?.({ request, params: {}, context: contextFor(store) });
  } catch (thrown) {
    return thrown;
  }
}

const store = await freshStore();
const unreachable = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });

it('tells programs of every failure in a problem document', async () => {
  for (const [error, status] of [
    [new Error('a bug'), 500],
    [unreachable, 503],
    [Object.assign(new Error('full'), { code: 'SQLITE_FULL' }), 507],
  ] as const) {
    const answer = (await answerOf('/api/v1/vendors', error)) as Response;
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await answer.json()).toEqual(problemOf(status));
  }
});

it('leaves what was refused as it is, and bugs of pages to the pages', async () => {
  const refused = new Response(null, { status: 404 });
  expect(await answerOf('/api/v1/vendors', refused)).toBe(refused);
  const bug = new Error('a bug');
  expect(await answerOf('/vendors', bug)).toBe(bug);
  const page = (await answerOf('/apiary', unreachable)) as Response;
  expect([page.status, await page.text()]).toEqual([503, '']);
});
