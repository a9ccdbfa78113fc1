/*
 * The rules are written a second time here, from the standards, and make the numbers that must pass; whether a change of
 * one digit can be seen is asked of them too.
 */

export const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const usccSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Numbers that look like chance and are the same in every run. */
function chance(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const next = chance(20_240_112);

const pick = (signs: string) => signs.charAt(next(signs.length));

const some = (signs: string, count: number) =>
  Array.from({ length: count }, () => pick(signs)).join('');

const figures = (count: number) => some('0123456789', count);

const weighted = (text: string, weights: number[]) =>
  weights.reduce((sum, weight, place) => sum + weight * Number(text.charAt(place)), 0);

function lei(): string {
  const body = some(letters + '0123456789', 18);
  const expanded = [...`${body}00`].map((sign) => String(parseInt(sign, 36))).join('');
  return body + String(98n - (BigInt(expanded) % 97n)).padStart(2, '0');
}

function uscc(): string {
  const body = pick('159NY') + pick('123') + figures(6) + some(usccSigns, 9);
  const sum = [...body].reduce(
    (total, sign, place) => total + BigInt(usccSigns.indexOf(sign)) * 3n ** BigInt(place),
    0n,
  );
  return body + usccSigns.charAt(Number((31n - (sum % 31n)) % 31n));
}

/** ISO 7064 MOD 11,10, as Germany and Croatia use it. */
function mod1110(body: string): string {
  const product = [...body].reduce((before, figure) => {
    const sum = (Number(figure) + before) % 10 || 10;
    return (sum * 2) % 11;
  }, 10);
  return String((11 - product) % 10);
}

function luhn(body: string): string {
  const sum = [...body].reverse().reduce((total, figure, place) => {
    const value = Number(figure) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** The check digits of a number without them; null where the scheme never issues the number. */
const schemes: Record<string, { body: () => string; whole: (body: string) => string | null }> = {
  AT: {
    body: () => figures(7),
    whole: (body) => {
      const sum = [...body].reduce((total, figure, place) => {
        const value = Number(figure) * (place % 2 === 0 ? 1 : 2);
        return total + Math.floor(value / 10) + (value % 10);
      }, 0);
      return `U${body}${(10 - ((sum + 4) % 10)) % 10}`;
    },
  },
  BE: {
    body: () => `0${figures(7)}`,
    whole: (body) => body + String(97 - (Number(body) % 97)).padStart(2, '0'),
  },
  BG: {
    body: () => figures(8),
    whole: (body) => {
      const rest = weighted(body, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
      return (
        body + String(rest < 10 ? rest : (weighted(body, [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10)
      );
    },
  },
  CY: {
    body: () => `1${pick('013456789')}${figures(6)}`,
    whole: (body) => {
      const sum = [...body].reduce((total, figure, place) => {
        const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21][Number(figure)] ?? 0;
        return total + (place % 2 === 0 ? odd : Number(figure));
      }, 0);
      return body + letters.charAt(sum % 26);
    },
  },
  CZ: {
    body: () => `${next(9)}${figures(6)}`,
    whole: (body) => {
      const rest = 11 - (weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 11);
      return body + String(rest === 11 ? 1 : rest % 10);
    },
  },
  DE: { body: () => `${1 + next(9)}${figures(7)}`, whole: (body) => body + mod1110(body) },
  DK: {
    body: () => `${1 + next(9)}${figures(6)}`,
    whole: (body) => ending(body, (11 - (weighted(body, [2, 7, 6, 5, 4, 3, 2]) % 11)) % 11),
  },
  EE: {
    body: () => figures(8),
    whole: (body) => body + String((10 - (weighted(body, [3, 7, 1, 3, 7, 1, 3, 7]) % 10)) % 10),
  },
  EL: {
    body: () => figures(8),
    whole: (body) => body + String((weighted(body, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10),
  },
  ES: { body: () => `B${figures(7)}`, whole: (body) => body + luhn(body.slice(1)) },
  FI: {
    body: () => figures(7),
    whole: (body) => ending(body, (11 - (weighted(body, [7, 9, 10, 5, 8, 4, 2]) % 11)) % 11),
  },
  FR: {
    body: () => {
      const siren = `${1 + next(9)}${figures(7)}`;
      return siren + luhn(siren);
    },
    whole: (siren) => String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0') + siren,
  },
  HR: { body: () => figures(10), whole: (body) => body + mod1110(body) },
  HU: {
    body: () => figures(7),
    whole: (body) => body + String((10 - (weighted(body, [9, 7, 3, 1, 9, 7, 3]) % 10)) % 10),
  },
  IE: {
    body: () => figures(7),
    whole: (body) =>
      body + 'WABCDEFGHIJKLMNOPQRSTUV'.charAt(weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 23),
  },
  IT: {
    body: () => `0${1 + next(9)}${figures(5)}${String(1 + next(95)).padStart(3, '0')}`,
    whole: (body) => body + luhn(body),
  },
  LT: {
    body: () => `${figures(7)}1`,
    whole: (body) => {
      const rest = weighted(body, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
      return body + String(rest < 10 ? rest : (weighted(body, [3, 4, 5, 6, 7, 8, 9, 1]) % 11) % 10);
    },
  },
  LU: {
    body: () => figures(6),
    whole: (body) => body + String(Number(body) % 89).padStart(2, '0'),
  },
  LV: {
    body: () => `${4 + next(6)}${figures(9)}`,
    whole: (body) =>
      ending(body, (14 - (weighted(body, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6]) % 11)) % 11),
  },
  MT: {
    body: () => `${1 + next(9)}${figures(5)}`,
    whole: (body) => body + String(37 - (weighted(body, [3, 4, 6, 7, 8, 9]) % 37)).padStart(2, '0'),
  },
  NL: {
    body: () => figures(8),
    whole: (body) => {
      const whole = ending(body, weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
      return whole && `${whole}B01`;
    },
  },
  PL: {
    body: () => `${1 + next(9)}${figures(8)}`,
    whole: (body) => ending(body, weighted(body, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11),
  },
  PT: {
    body: () => `5${figures(7)}`,
    whole: (body) => {
      const rest = 11 - (weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
      return body + String(rest > 9 ? 0 : rest);
    },
  },
  RO: {
    body: () => `${1 + next(9)}${figures(8)}`,
    whole: (body) => body + String(((10 * weighted(body, [7, 5, 3, 2, 1, 7, 5, 3, 2])) % 11) % 10),
  },
  SE: { body: () => figures(9), whole: (body) => `${body}${luhn(body)}01` },
  SI: {
    body: () => `${1 + next(9)}${figures(6)}`,
    whole: (body) => {
      const rest = 11 - (weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 11);
      return rest === 11 ? null : body + String(rest % 10);
    },
  },
  SK: {
    body: () => `${1 + next(9)}${figures(1)}${pick('234789')}${figures(6)}`,
    whole: (body) => ending(body, (11 - ((10 * Number(body)) % 11)) % 11),
  },
  XI: {
    body: () => `${1 + next(9)}${figures(6)}`,
    whole: (body) =>
      body + String(97 - (weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 97)).padStart(2, '0'),
  },
};

/** Whether the second rule takes a number; Northern Ireland's come from three series, each with its own remainder. */
export function holds(prefix: string, number: string): boolean {
  const scheme = schemes[prefix];
  if (prefix === 'XI') {
    const sum = weighted(number, [8, 7, 6, 5, 4, 3, 2]) + Number(number.slice(7));
    return Number(number.slice(0, 3)) >= 100 ? [0, 42, 55].includes(sum % 97) : sum % 97 === 0;
  }
  if (prefix === 'FR')
    return (
      luhn(number.slice(2, -1)) === number.slice(-1) && scheme?.whole(number.slice(2)) === number
    );
  if (prefix === 'AT') return scheme?.whole(number.slice(1, -1)) === number;
  if (prefix === 'NL') return holdsDutch(number);
  if (prefix === 'SE') return scheme?.whole(number.slice(0, 9)) === number;
  const checks = ['BE', 'LU', 'MT'].includes(prefix) ? 2 : 1;
  return scheme?.whole(number.slice(0, -checks)) === number;
}

/** Of a Dutch number its branches are not checked; since 2020 some are drawn by ISO 7064 MOD 97-10 over all of it. */
function holdsDutch(number: string): boolean {
  if (schemes['NL']?.whole(number.slice(0, 8))?.slice(0, 9) === number.slice(0, 9)) return true;
  const expanded = [...`NL${number}`].map((sign) => String(parseInt(sign, 36))).join('');
  return BigInt(expanded) % 97n === 1n;
}

function ending(body: string, figure: number): string | null {
  return figure > 9 ? null : body + String(figure);
}

/** Every prefix has its rule here, each of which makes as many numbers. */
export const vatNames = Object.keys(schemes);

const OF_EACH_PREFIX = 24;

function vat(place: number): string {
  const name = vatNames[place % vatNames.length] ?? 'DE';
  const scheme = schemes[name];
  for (;;) {
    const whole = scheme?.whole(scheme.body()) ?? null;
    if (whole !== null) return name + whole;
  }
}

export const made = {
  lei: Array.from({ length: 200 }, lei),
  vat: Array.from({ length: OF_EACH_PREFIX * vatNames.length }, (_, place) => vat(place)),
  uscc: Array.from({ length: 200 }, uscc),
  duns: Array.from({ length: 200 }, () => `${1 + next(9)}${figures(8)}`),
};

/** Every number that differs from this one in a single digit. */
export function neighbours(value: string): string[] {
  return [...value].flatMap((sign, place) =>
    /\d/.test(sign)
      ? [...'0123456789']
          .filter((other) => other !== sign)
          .map((other) => value.slice(0, place) + other + value.slice(place + 1))
      : [],
  );
}

/** Kinds whose numbers carry check digits; a D-U-N-S number has had none since 2006. */
export const checkedKinds = ['lei', 'vat', 'uscc'] as const;

/** A neighbour that the scheme tells from the number, its place in the number drawn. */
export function detectable(kind: (typeof checkedKinds)[number], value: string): string {
  const all = neighbours(value);
  for (let at = next(all.length); ; at = (at + 1) % all.length) {
    const changed = all[at] ?? value;
    if (kind !== 'vat' || !holds(changed.slice(0, 2), changed.slice(2))) return changed;
  }
}
