import { join } from 'node:path';
import { UNSAFE_flatRoutes as flatRoutes } from '@remix-run/dev';
import type { apiResources } from '~/api/resources.server';
import type { RouteModule } from '../visit';

/** A URL of the portal: its pattern (`/contracts/:contractId`), the names of its parameters, and what answers there. */
export type ListedRoute = { path: string; params: string[]; module: RouteModule };

const modules = import.meta.glob<RouteModule>('../../app/routes/**/*.{ts,tsx}');

/** Every route that answers requests, as the framework itself finds them; frames without a URL of their own left out. */
export async function listRoutes(): Promise<ListedRoute[]> {
  const manifest = flatRoutes(join(process.cwd(), 'app'), ['**/*.test.{ts,tsx}', '**/*.css']);
  const routes = await Promise.all(
    Object.values(manifest).map(async ({ id, path, index, file }) => {
      const full = fullPath(manifest, id);
      const module = await modules[`../../app/${file}`]?.();
      if (!module) throw new Error(`app/${file} is a route that the walk can't load`);
      const isFrame = path === undefined && !index;
      const answers = module.loader !== undefined || module.action !== undefined;
      return isFrame || !answers ? [] : unfolded({ path: full, params: paramsOf(full), module });
    }),
  );
  return routes.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The keys of the records of the interface, as the walk names them. */
const apiParams: Record<keyof typeof apiResources, string> = {
  vendors: 'vendorId',
  contracts: 'contractId',
  reports: 'reportId',
  readings: 'readingId',
  evaluations: 'evaluationKey',
  breaches: 'breachId',
  credits: 'creditId',
  proposals: 'proposalId',
  reviews: 'reviewId',
  actions: 'actionId',
  risks: 'riskId',
};

/** The interface has one route for all kinds of records: the walk goes to each of them. */
function unfolded(route: ListedRoute): ListedRoute[] {
  if (!route.path.startsWith('/api/v1/:resource')) return [route];
  const { loader, action } = route.module;
  return Object.entries(apiParams).map(([resource, param]) => {
    const paramsOf = (given: Record<string, string | undefined>) => ({
      resource,
      id: given[param],
    });
    return {
      path: route.path.replace(':resource', resource).replace(':id', `:${param}`),
      params: route.params.includes('id') ? [param] : [],
      module: {
        ...(loader && { loader: (args) => loader({ ...args, params: paramsOf(args.params) }) }),
        ...(action && { action: (args) => action({ ...args, params: paramsOf(args.params) }) }),
      },
    };
  });
}

type Manifest = ReturnType<typeof flatRoutes>;

function fullPath(manifest: Manifest, id: string): string {
  const parts: string[] = [];
  for (let route = manifest[id]; route; route = manifest[route.parentId ?? ''])
    if (route.path) parts.unshift(route.path);
  return `/${parts.join('/')}`;
}

function paramsOf(path: string): string[] {
  return [...path.matchAll(/:(\w+)\??|(\*)/g)].map(([, name, splat]) => name ?? splat ?? '');
}

/** The pattern with its parameters filled in. */
export function filledPath(path: string, params: Record<string, string | number>): string {
  return path.replace(/:(\w+)\??|\*/g, (whole, name: string | undefined) =>
    encodeURIComponent(params[name ?? whole] ?? whole),
  );
}
