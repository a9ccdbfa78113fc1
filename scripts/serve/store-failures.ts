import type { LoaderFunction, ServerBuild } from '@remix-run/node';
import { storeFailure, type StoreFailure } from '~db/constraint';
import type { Logger } from './log';

const ANSWERS: Record<StoreFailure, { status: number; statusText: string; retryAfter: string }> = {
  unreachable: { status: 503, statusText: 'Service Unavailable', retryAfter: '10' },
  full: { status: 507, statusText: 'Insufficient Storage', retryAfter: '600' },
};

/**
 * The pages with every loader and action answering 503 while the store can't be reached and 507 while its disk is full:
 * whatever was asked for did not happen, and the same request may succeed later.
 */
export function answeringStoreFailures(build: ServerBuild, log: Logger): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route] as const;
    const { loader, action } = route.module;
    const module = {
      ...route.module,
      ...(loader && { loader: guarded(loader, log) }),
      ...(action && { action: guarded(action, log) }),
    };
    return [id, { ...route, module }] as const;
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

/** Loaders and actions are asked alike. */
function guarded(handle: LoaderFunction, log: Logger): LoaderFunction {
  const guard: LoaderFunction = async (args) => {
    try {
      return await handle(args);
    } catch (error) {
      const failure = error instanceof Response ? null : storeFailure(error);
      if (failure === null) throw error;
      const { pathname } = new URL(args.request.url);
      log.error({ err: error, path: pathname }, `the store is ${failure}`);
      const { status, statusText, retryAfter } = ANSWERS[failure];
      throw new Response(null, { status, statusText, headers: { 'Retry-After': retryAfter } });
    }
  };
  return Object.assign(guard, handle);
}
