import { foldText } from './fold-text';

/** A market that a file names and the register lacks: what it would be called when it is created. */
export type NewMarket = { code: string; name: string };

export type NewMarkets = {
  list: NewMarket[];
  note: (name: string, parts: readonly string[]) => string;
};

const LONGEST_CODE = 60;
const MARKS = /\p{M}/gu;
const NOT_CODE = /[^\p{L}\p{N}]+/gu;

/** Collects new markets and gives each a code of its own: `GARE DE LYON → NICE` becomes `GARE-DE-LYON_NICE`. */
export function collectNewMarkets(taken: Iterable<string>): NewMarkets {
  const codes = new Set(taken);
  const byName = new Map<string, string>();
  const list: NewMarket[] = [];
  return {
    list,
    note(name, parts) {
      const key = foldText(name);
      const known = byName.get(key);
      if (known) return known;
      const base = parts.map(codePart).filter(Boolean).join('_').slice(0, LONGEST_CODE) || 'MARKET';
      let code = base;
      for (let suffix = 2; codes.has(code); suffix += 1) code = `${base}-${suffix}`;
      codes.add(code);
      byName.set(key, code);
      list.push({ code, name });
      return code;
    },
  };
}

function codePart(part: string): string {
  return part
    .normalize('NFKD')
    .replace(MARKS, '')
    .toUpperCase()
    .replace(NOT_CODE, '-')
    .replace(/^-|-$/g, '');
}
