import { describe, expect, it, vi } from 'vitest';
import type { PortalContext } from '~/context';
import { handleError } from './entry.server';

/** What was written down of an error while a page was made. */
function noted(error: unknown, left = new AbortController().signal): unknown[] {
  const noteFailure = vi.fn();
  const context = { noteFailure, left } as Partial<PortalContext> as PortalContext;
  void handleError(error, {
    request: new Request('http://localhost/nowhere'),
    params: {},
    context,
  });
  return noteFailure.mock.calls.flat();
}

describe('what goes wrong while a page is made', () => {
  it('is written down as the error that it is', () => {
    const error = new Error('the page fell over');
    expect(noted(error)).toEqual([error]);
  });

  it('is no failure where there is no such page or method, or where the visitor left', () => {
    const nowhere = { status: 404, statusText: 'Not Found', internal: true, data: 'No route' };
    expect(noted(nowhere)).toEqual([]);
    expect(noted({ ...nowhere, status: 405 })).toEqual([]);
    expect(noted(new Error('too late'), AbortSignal.abort())).toEqual([]);
  });
});
