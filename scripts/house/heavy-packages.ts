import { relative } from 'node:path';
import type { Plugin, Rollup } from 'vite';

type Bundle = Rollup.OutputBundle;
type Chunk = Rollup.OutputChunk;
type Imports = (id: string) => readonly string[];

/**
 * Stops a build in which a page begins with a heavy package that it is not named for, or no longer begins with one that it is
 * named for. What a page fetches later, such as a drawing library for a chart, is its own affair.
 */
export function heavyPackages(pagesOf: Readonly<Record<string, readonly string[]>>): Plugin {
  return {
    name: 'heavy-packages',
    enforce: 'post',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_, bundle) {
      const importsOf = (id: string) => this.getModuleInfo(id)?.importedIds ?? [];
      const faults = Object.entries(pagesOf).flatMap(([name, pages]) => {
        const roads = roadsTo(name, bundle, importsOf);
        const stray = [...roads].filter(([page]) => !pages.includes(page));
        const idle = pages.filter((page) => !roads.has(page));
        return [
          ...stray.map(([page, road]) => `${page} loads ${name}: ${road.join(' > ')}`),
          ...idle.map((page) => `${page} loads no ${name} any more: take it off the list`),
        ];
      });
      if (faults.length > 0) this.error(faults.join('\n'));
    },
  };
}

/** By page that begins with a package, the files on the way to it. */
function roadsTo(name: string, bundle: Bundle, importsOf: Imports): Map<string, string[]> {
  const isOf = (id: string) => id.includes(`/node_modules/${name}/`);
  const roads = new Map<string, string[]>();
  for (const chunk of Object.values(bundle)) {
    if (chunk.type !== 'chunk' || !chunk.isEntry || chunk.facadeModuleId === null) continue;
    const loaded = new Set(modulesOf(chunk, bundle));
    if (![...loaded].some(isOf)) continue;
    const road = shortestRoad(chunk.facadeModuleId, isOf, (id) =>
      importsOf(id).filter((next) => loaded.has(next) || isOf(next)),
    );
    roads.set(nameOf(chunk.facadeModuleId), [...new Set(road.map(nameOf))].slice(1));
  }
  return roads;
}

/** Everything that is loaded before a chunk runs; what was shaken off stands in a chunk and has no length. */
function modulesOf(chunk: Chunk, bundle: Bundle, seen = new Set<Chunk>()): string[] {
  if (seen.has(chunk)) return [];
  seen.add(chunk);
  const own = chunk.moduleIds.filter((id) => chunk.modules[id]?.renderedLength);
  const before = chunk.imports.flatMap((file) => {
    const next = bundle[file];
    return next?.type === 'chunk' ? modulesOf(next, bundle, seen) : [];
  });
  return [...own, ...before];
}

/** The modules from one to the nearest that is looked for. */
function shortestRoad(from: string, isThere: (id: string) => boolean, importsOf: Imports) {
  const seen = new Set([from]);
  const roads = [[from]];
  for (const road of roads) {
    for (const next of importsOf(road.at(-1) ?? from)) {
      if (isThere(next)) return [...road, next];
      if (!seen.has(next)) roads.push([...road, next]);
      seen.add(next);
    }
  }
  return [];
}

/** A module's path in this folder, without what Remix says behind it. */
function nameOf(id: string): string {
  return relative(process.cwd(), id.replace(/\?.*$/, ''));
}
