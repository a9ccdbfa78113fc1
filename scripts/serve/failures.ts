import type { LoaderFunction, ServerBuild } from '@remix-run/node';
import { storeFailure, type StoreFailure } from '~db/constraint';
import type { Logger } from './log';

type Failure = StoreFailure | 'unreadable';

const ANSWERS: Record<Failure, { status: number; statusText: string; retryAfter?: string }> = {
  unreadable: { status: 400, statusText: 'Bad Request' },
  unreachable: { status: 503, statusText: 'Service Unavailable', retryAfter: '10' },
  full: { status: 507, statusText: 'Insufficient Storage', retryAfter: '600' },
};

/**
 * The pages with every loader and action answering 503 while the store can't be reached and 507 while its disk is full:
 * whatever was asked for did not happen, and the same request may succeed later. A body that is no form answers 400.
 */
export function answeringFailures(build: ServerBuild, log: Logger): ServerBuild {
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
      const failure = failureOf(error);
      if (failure === null) throw error;
      const { pathname } = new URL(args.request.url);
      if (failure !== 'unreadable')
        log.error({ err: error, path: pathname }, `the store is ${failure}`);
      const { status, statusText, retryAfter } = ANSWERS[failure];
      const headers: Record<string, string> = retryAfter ? { 'Retry-After': retryAfter } : {};
      throw new Response(null, { status, statusText, headers });
    }
  };
  return Object.assign(guard, handle);
}

function failureOf(error: unknown): Failure | null {
  if (!(error instanceof Error)) return null;
  return isUnreadableBody(error) ? 'unreadable' : storeFailure(error);
}

/** What reading a form says of a body that is none, by the names of the parser and the words of the platform. */
function isUnreadableBody({ name, message }: Error): boolean {
  return (
    /^(FormDataParseError|MultipartParseError|MaxHeaderSizeExceededError)$/.test(name) ||
    (name === 'TypeError' && /as FormData|^Content-Type was not one of/.test(message))
  );
}
