import { beforeAll, describe, expect, it } from 'vitest';
import { everything } from '~/auth/act';
import type { PortalContext } from '~/context';
import { keepDocument } from '~/documents/keep-document.server';
import { castInto, testNow, type Cast } from '../cast';
import { freshStore } from '../database';
import { contextFor, visitAs } from '../visit';
import * as route from '~/routes/_app.documents.$documentId';

let context: PortalContext;
let cast: Cast;
let documentId: number;
beforeAll(async () => {
  context = contextFor(await freshStore());
  cast = await castInto(context.store);
  const { id } = cast.vendor.harbour;
  const outcome = await keepDocument(
    context,
    { now: testNow, scope: everything, actor: { kind: 'command' } },
    { vendorId: id, subject: { kind: 'vendor', id } },
    { name: '合同.txt', bytes: new TextEncoder().encode('hello') },
    { kind: 'contract' },
  );
  if (!outcome.ok) throw new Error(outcome.reason.code);
  documentId = outcome.value.documentId;
});

const ask = async (person: { id: number } | null) =>
  (await visitAs(context, person)).load(route, `/documents/${documentId}`, { documentId });

describe('downloading a document', () => {
  it('saves it and lets no browser run it', async () => {
    const { status, headers, body } = await ask(cast.person.hanna);
    expect(status).toBe(200);
    expect(body).toBe('hello');
    expect(headers.get('Content-Disposition')).toBe(
      'attachment; filename="_.txt"; filename*=UTF-8\'\'%E5%90%88%E5%90%8C.txt',
    );
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Content-Security-Policy')).toContain('sandbox');
    expect(headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('Cache-Control')).toContain('no-store');
  });

  it('is not there for another vendor, an outsider of its reach, or a stranger', async () => {
    expect((await ask(cast.person.bruno)).status).toBe(404);
    expect((await ask(cast.person.remy)).status).toBe(404);
    expect((await ask(null)).location).toMatch(/^\/sign-in\?to=/);
    expect((await ask(cast.person.ada)).status).toBe(200);
  });
});
