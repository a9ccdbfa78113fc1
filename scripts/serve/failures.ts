import type { LoaderFunction, ServerBuild } from '@remix-run/node';
import { isForPrograms } from '~/api/address';
import { PROBLEM_TYPE, problemOf } from '~/shared/problem';
import { storeFailure, type StoreFailure } from '~db/constraint';
import type { Logger } from './log';

type Failure = StoreFailure | 'unreadable';

type FailureAnswer = { status: number; retryAfter?: string };

const ANSWERS: Record<Failure, FailureAnswer> = {
  unreadable: { status: 400 },
  unreachable: { status: 503, retryAfter: '10' },
  full: { status: 507, retryAfter: '600' },
};
/** A bug of ours, as a program is told of it; pages say so by themselves. */
const FAILED: FailureAnswer = { status: 500 };

/**
 * The pages with every loader and action answering 503 while the store can't be reached and 507 while its disk is full:
 * whatever was asked for did not happen, and the same request may succeed later. A body that is no form answers 400.
 * Programs hear of these, and of any other failure, in a problem document.
 */
export function answeringFailures<Build extends Pick<ServerBuild, 'routes'>>(
  build: Build,
  log: Logger,
): Build {
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
      const { pathname } = new URL(args.request.url);
      const forPrograms = isForPrograms(pathname);
      if (failure === null && (!forPrograms || error instanceof Response)) throw error;
      if (failure !== 'unreadable')
        log.error({ err: error, path: pathname }, failure ? `the store is ${failure}` : 'failed');
      const { status, retryAfter } = failure ? ANSWERS[failure] : FAILED;
      const problem = problemOf(status);
      const headers = new Headers(retryAfter ? { 'Retry-After': retryAfter } : {});
      if (forPrograms) headers.set('Content-Type', PROBLEM_TYPE);
      throw new Response(forPrograms ? JSON.stringify(problem) : null, {
        status,
        statusText: problem.title,
        headers,
      });
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
