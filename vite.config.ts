import { vitePlugin as remix } from '@remix-run/dev';
import { relative } from 'node:path';
import { defineConfig, type Plugin, type Rollup } from 'vite';
import tsconfigPaths from 'vite-tsconfig-paths';
import remixConfig from './remix.config.js';

/**
 * Vite gathers all styles in one sheet, and Remix, which looks for a route's own, is told that it is the root's: a page waits
 * for one file where it asked for a dozen, and a visitor fetches it once.
 */
const oneStyleSheet: Plugin = {
  name: 'one-style-sheet',
  enforce: 'post',
  apply: 'build',
  config: (_, { isSsrBuild }) => ({ build: { cssCodeSplit: isSsrBuild === true } }),
  generateBundle(_, bundle) {
    const files = Object.values(bundle);
    const sheet = files.find((file) => file.type === 'asset' && file.names.includes('style.css'));
    const root = files.find((file) => file.type === 'chunk' && file.name === 'root');
    if (sheet && root?.type === 'chunk') root.viteMetadata?.importedCss.add(sheet.fileName);
  },
};

/** Pages that read what is typed while it is typed, by the schema that the server reads it by. */
const pagesThatReadTerms = [
  'app/routes/_app.contracts.$contractId.terms.$termId.edit.tsx',
  'app/routes/_app.contracts.$contractId.terms.new.tsx',
  'app/routes/_app.standards.$standardId.terms.$standardTermId._index.tsx',
  'app/routes/_app.standards.$standardId.terms.new.tsx',
];

/** Stops a build in which a page loads Zod, a fifth of its scripts, and is not known to read by a schema, or no longer does. */
const schemasStayOnTheServer: Plugin = {
  name: 'schemas-stay-on-the-server',
  enforce: 'post',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle(_, bundle) {
    const modulesOf = (file: string, seen = new Set<string>()): string[] => {
      const chunk = bundle[file];
      if (chunk?.type !== 'chunk' || seen.has(file)) return [];
      seen.add(file);
      const own = chunk.moduleIds.filter((id) => chunk.modules[id]?.renderedLength);
      return [...own, ...chunk.imports.flatMap((next) => modulesOf(next, seen))];
    };
    const isOfZod = (id: string) => id.includes('/node_modules/zod/');
    const through = new Map<string, string[]>();
    for (const { facadeModuleId, fileName } of Object.values(bundle).filter(isChunk)) {
      const page = nameOf(facadeModuleId ?? '');
      const modules = modulesOf(fileName);
      if (!page.startsWith('app/routes/') || !modules.some(isOfZod)) continue;
      const isRoad = (id: string) => this.getModuleInfo(id)?.importedIds.some(isOfZod);
      through.set(page, modules.filter((id) => !isOfZod(id) && isRoad(id)).map(nameOf));
    }
    const told = [...through].filter(([page]) => !pagesThatReadTerms.includes(page));
    const idle = pagesThatReadTerms.filter((page) => !through.has(page));
    const wrong = [
      ...told.map(([page, by]) => `${page} loads Zod through ${by.join(', ')}`),
      ...idle.map((page) => `${page} loads no Zod any more: take it off the list`),
    ];
    if (wrong.length > 0) this.error(`Schemas stay on the server.\n${wrong.join('\n')}`);
  },
};

function isChunk(file: Rollup.OutputAsset | Rollup.OutputChunk): file is Rollup.OutputChunk {
  return file.type === 'chunk';
}

/** A module's path in this folder, without what Remix says behind it. */
function nameOf(id: string): string {
  return relative(import.meta.dirname, id.replace(/\?.*$/, ''));
}

export default defineConfig({
  plugins: [remix(remixConfig), tsconfigPaths(), oneStyleSheet, schemasStayOnTheServer],
  build: { chunkSizeWarningLimit: 600 },
});
