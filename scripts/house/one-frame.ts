import type { Rollup } from 'vite';

type Neighbours = (id: string) => readonly string[] | undefined;

/** Where every page's frame begins: the browser's entry, the root and the layout of those who are signed in. */
const FRAMES = /\/app\/(entry\.client\.tsx|root\.tsx|routes\/_app\.tsx)(\?|$)/;

/**
 * The frame and what it imports go out as one file, not as two dozen: a browser fetches six at a time, and to a phone far away
 * each round takes as long as a small file itself.
 *
 * @param heavy packages that no page loads without need; what imports them stays apart.
 */
export function frameInOne(heavy: readonly string[]): Rollup.GetManualChunk {
  let frame: ReadonlySet<string> | undefined;
  return (id, { getModuleIds, getModuleInfo }) => {
    frame ??= frameOf([...getModuleIds()], getModuleInfo, heavy);
    return frame.has(id) ? 'frame' : undefined;
  };
}

function frameOf(modules: string[], infoOf: Rollup.GetModuleInfo, heavy: readonly string[]) {
  const isHeavy = (id: string) => heavy.some((name) => id.includes(`/node_modules/${name}/`));
  const frame = reached(
    modules.filter((id) => FRAMES.test(id)),
    (id) => infoOf(id)?.importedIds,
  );
  const apart = reached(modules.filter(isHeavy), (id) => infoOf(id)?.importers);
  return new Set([...frame].filter((id) => !apart.has(id) && !infoOf(id)?.isEntry));
}

function reached(from: readonly string[], next: Neighbours): Set<string> {
  const found = new Set(from);
  for (const id of found) for (const other of next(id) ?? []) found.add(other);
  return found;
}
