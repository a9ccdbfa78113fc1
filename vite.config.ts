import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';
import tsconfigPaths from 'vite-tsconfig-paths';
import remixConfig from './remix.config.js';
import { heavyPackages } from './scripts/house/heavy-packages';
import { frameInOne } from './scripts/house/one-frame';

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

/** Forms that read a term while it is typed, as the server reads it. */
const formsOfTerms = [
  'app/routes/_app.contracts.$contractId.terms.$termId.edit.tsx',
  'app/routes/_app.contracts.$contractId.terms.new.tsx',
  'app/routes/_app.standards.$standardId.terms.$standardTermId._index.tsx',
  'app/routes/_app.standards.$standardId.terms.new.tsx',
];

/** Packages that weigh a tenth of a page's scripts and more, and the pages that can't do without: no other loads them. */
const heavy = {
  zod: formsOfTerms,
  'decimal.js': [...formsOfTerms, 'app/routes/_app.scorecards.$versionId._index.tsx'],
  recharts: [],
};

const ours = `${import.meta.dirname}/app/`;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig), tsconfigPaths(), oneStyleSheet, heavyPackages(heavy)],
  build: {
    chunkSizeWarningLimit: 600,
    // Our files only define what they export; package.json says so, and is not asked about what is imported as `~/…`.
    rollupOptions: {
      treeshake: { moduleSideEffects: (id) => !id.startsWith(ours) },
      ...(!isSsrBuild && { output: { manualChunks: frameInOne(Object.keys(heavy)) } }),
    },
  },
}));
