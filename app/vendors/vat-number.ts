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

/**
 * Whether the number passes the check of its country, by `stdnum`: a number in the right form fails it only where digits
 * contradict each other, or where the country never issues such a number.
 */
export function passesVatCheck(prefix: string, number: string): boolean {
  return checkOf(prefix)?.validate(number).isValid ?? false;
}

function checkOf(prefix: string): Validator | undefined {
  if (prefix === 'XI') return stdnum['GB']?.['vat'];
  return euVat[prefix === 'EL' ? 'GR' : prefix]?.[0];
}
