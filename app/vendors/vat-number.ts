import { euVat, stdnum, type Validator } from 'stdnum';

/** How a VAT number of a country is written after its two letters, as VIES publishes it. */
export type VatForm = {
  /** ISO 3166-1; Greece writes EL and Northern Ireland XI before its numbers. */
  country: string;
  lengths: readonly number[];
  pattern: RegExp;
  example: string;
};

const digits = (country: string, lengths: readonly number[], example: string): VatForm => ({
  country,
  lengths,
  pattern: /^\d+$/,
  example,
});

/** Every member state of the European Union, and Northern Ireland, by the letters before the number. */
export const vatForms: Readonly<Record<string, VatForm>> = {
  AT: { country: 'AT', lengths: [9], pattern: /^U\d{8}$/, example: 'ATU13585627' },
  BE: digits('BE', [10], 'BE0428759497'),
  BG: digits('BG', [9, 10], 'BG175074752'),
  CY: { country: 'CY', lengths: [9], pattern: /^\d{8}[A-Z]$/, example: 'CY10259033P' },
  CZ: digits('CZ', [8, 9, 10], 'CZ25123891'),
  DE: digits('DE', [9], 'DE136695976'),
  DK: digits('DK', [8], 'DK13585628'),
  EE: digits('EE', [9], 'EE100931558'),
  EL: digits('GR', [9], 'EL094259216'),
  ES: { country: 'ES', lengths: [9], pattern: /^[A-Z\d]\d{7}[A-Z\d]$/, example: 'ESB58378431' },
  FI: digits('FI', [8], 'FI20774740'),
  FR: {
    country: 'FR',
    lengths: [11],
    pattern: /^[A-HJ-NP-Z\d]{2}\d{9}$/,
    example: 'FR40303265045',
  },
  HR: digits('HR', [11], 'HR33392005961'),
  HU: digits('HU', [8], 'HU12892312'),
  IE: {
    country: 'IE',
    lengths: [8, 9],
    pattern: /^\d[A-Z\d+*]\d{5}[A-W][A-W]?$/,
    example: 'IE6433435F',
  },
  IT: digits('IT', [11], 'IT00743110157'),
  LT: digits('LT', [9, 12], 'LT119511515'),
  LU: digits('LU', [8], 'LU15027442'),
  LV: digits('LV', [11], 'LV40003521600'),
  MT: digits('MT', [8], 'MT11679112'),
  NL: { country: 'NL', lengths: [12], pattern: /^\d{9}B\d{2}$/, example: 'NL004495445B01' },
  PL: digits('PL', [10], 'PL8567346215'),
  PT: digits('PT', [9], 'PT501964843'),
  RO: digits('RO', [2, 3, 4, 5, 6, 7, 8, 9, 10], 'RO18547290'),
  SE: digits('SE', [12], 'SE123456789701'),
  SI: digits('SI', [8], 'SI50223054'),
  SK: digits('SK', [10], 'SK2022749619'),
  XI: {
    country: 'GB',
    lengths: [5, 9, 12],
    pattern: /^(\d{9}|\d{12}|(GD|HA)\d{3})$/,
    example: 'XI980780684',
  },
};

/** The prefix of a number; the letters of ISO 3166-1 for Greece are read as those that it writes. */
export function vatPrefix(value: string): string {
  const prefix = value.slice(0, 2);
  return prefix === 'GR' ? 'EL' : prefix;
}

/** Sum of the digits, each times its weight. */
function weighted(number: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * Number(number.charAt(place)), 0);
}

/** The digit is what the sum leaves by 11; where that is 10, what the second sum leaves, and 0 for 10 again. */
function bulgarianFirm(number: string): boolean {
  const first = weighted(number, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
  const rest = first < 10 ? first : (weighted(number, [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10;
  return rest === Number(number.slice(-1));
}

/** A Bulgarian personal number, one of a foreigner, or one of another payer. */
function bulgarianPerson(number: string): boolean {
  const { egn, pnf } = stdnum['BG'] ?? {};
  const rest = (11 - (weighted(number, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return (
    (egn?.validate(number).isValid ?? false) ||
    (pnf?.validate(number).isValid ?? false) ||
    rest === Number(number.slice(-1))
  );
}

/** The rules that countries publish and `stdnum` 1.12 keeps otherwise: firms' real numbers would be refused, or false ones taken. */
const publishedChecks: Readonly<Record<string, (number: string) => boolean>> = {
  BG: (number) => (number.length === 9 ? bulgarianFirm(number) : bulgarianPerson(number)),
  SI: (number) => {
    const rest = 11 - (weighted(number, [8, 7, 6, 5, 4, 3, 2]) % 11);
    return /^[1-9]/.test(number) && rest < 11 && rest % 10 === Number(number.slice(-1));
  },
  SK: (number) => /^[1-9]\d[234789]/.test(number) && Number(number) % 11 === 0,
};

/**
 * Whether the number passes the check of its country, by `stdnum` or the rule above: a number in the right form fails it only where digits
 * contradict each other, or where the country never issues such a number.
 */
export function passesVatCheck(prefix: string, number: string): boolean {
  const published = publishedChecks[prefix];
  return published?.(number) ?? checkOf(prefix)?.validate(number).isValid ?? false;
}

function checkOf(prefix: string): Validator | undefined {
  if (prefix === 'XI') return stdnum['GB']?.['vat'];
  return euVat[prefix === 'EL' ? 'GR' : prefix]?.[0];
}
