import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';
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

export default defineConfig({
  plugins: [remix(remixConfig), tsconfigPaths(), oneStyleSheet],
  build: { chunkSizeWarningLimit: 600 },
});
