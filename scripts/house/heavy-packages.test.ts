import { build, type Plugin } from 'vite';
import { describe, expect, it } from 'vitest';
import { heavyPackages } from './heavy-packages';

const files: Readonly<Record<string, string>> = {
  '/node_modules/weighty/index.js': 'export { weigh } from "/node_modules/weighty/core.js"',
  '/node_modules/weighty/core.js': 'export const weigh = (it) => globalThis.scales.push(it)',
  'app/rule.ts': 'import { weigh } from "/node_modules/weighty/index.js"; weigh("rule")',
  'app/words.ts': 'export const words = ["a"]; export const rule = () => import("app/rule.ts")',
  'app/routes/reads.tsx': 'import "app/rule.ts"',
  'app/routes/draws.tsx':
    'import { words, rule } from "app/words.ts"; globalThis.drawn(words, rule)',
  'app/routes/strays.tsx': 'import "app/part.tsx"',
  'app/part.tsx': 'import "app/rule.ts"; globalThis.drawn("part")',
};

const inMemory: Plugin = {
  name: 'in-memory',
  enforce: 'pre',
  resolveId: (id) => (id in files ? id : null),
  load: (id) => files[id] ?? null,
};

const built = (pages: string[], named: string[]) =>
  build({
    configFile: false,
    logLevel: 'silent',
    plugins: [inMemory, heavyPackages({ weighty: named.map((name) => `app/routes/${name}.tsx`) })],
    build: {
      write: false,
      rollupOptions: { input: pages.map((name) => `app/routes/${name}.tsx`) },
    },
  });

describe('a package that only named pages may begin with', () => {
  it('is for a page that is named, and for one that may fetch it later', async () => {
    await expect(built(['reads', 'draws'], ['reads'])).resolves.toBeDefined();
  });

  it('stops a build in which another page begins with it, and says through which files', async () => {
    await expect(built(['reads', 'draws', 'strays'], ['reads'])).rejects.toThrow(
      'app/routes/strays.tsx loads weighty: app/part.tsx > app/rule.ts > ',
    );
  });

  it('stops a build in which a page is named in vain', async () => {
    await expect(built(['reads', 'draws'], ['reads', 'draws'])).rejects.toThrow(
      'app/routes/draws.tsx loads no weighty any more',
    );
  });
});
