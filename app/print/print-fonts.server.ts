import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create } from 'fontkit';
import { printFonts, type PrintFont } from './font-runs';
import { unpackWoff } from './unpack-woff.server';

/** The package's file of each font: the first holds Chinese and Western letters alike, the others what it lacks. */
const SUBSETS: Record<PrintFont, string> = {
  main: 'chinese-simplified',
  cyrillic: 'cyrillic',
  vietnamese: 'vietnamese',
};

type Weights = { normal: Buffer; bold: Buffer };
export type LoadedFonts = {
  files: Record<PrintFont, Weights>;
  has: (font: PrintFont, codePoint: number) => boolean;
};

let loaded: Promise<LoadedFonts> | undefined;

/** The fonts of printed documents, unpacked once for each process. */
export function loadPrintFonts(): Promise<LoadedFonts> {
  return (loaded ??= readFonts());
}

async function readFonts(): Promise<LoadedFonts> {
  const require = createRequire(join(process.cwd(), 'package.json'));
  const read = async (font: PrintFont, weight: number) => {
    const name = `noto-sans-sc-${SUBSETS[font]}-${weight}-normal.woff`;
    return unpackWoff(await readFile(require.resolve(`@fontsource/noto-sans-sc/files/${name}`)));
  };
  const entries = await Promise.all(
    printFonts.map(async (font) => {
      const [normal, bold] = await Promise.all([read(font, 400), read(font, 600)]);
      return [font, { normal, bold }] as const;
    }),
  );
  const letters = new Map(entries.map(([font, { normal }]) => [font, create(normal)]));
  return {
    files: Object.fromEntries(entries) as Record<PrintFont, Weights>,
    has: (font, codePoint) => letters.get(font)?.hasGlyphForCodePoint(codePoint) ?? false,
  };
}
