/*
 * When personal data may not leave its country without more. Two regimes are known: the European Union's General Data
 * Protection Regulation (Chapter V, Art. 44 to 49) and China's Personal Information Protection Law (Art. 38).
 */

/** A ground on which personal data crosses a border; the four modules are those of Decision (EU) 2021/914. */
export const transferMechanisms = [
  'adequacy',
  'scc_module_1',
  'scc_module_2',
  'scc_module_3',
  'scc_module_4',
  'bcr',
  'standard_contract',
  'security_assessment',
  'certification',
] as const;
export type TransferMechanism = (typeof transferMechanisms)[number];

export function isTransferMechanism(text: string): text is TransferMechanism {
  return (transferMechanisms as readonly string[]).includes(text);
}

export type TransferRegime = 'gdpr' | 'pipl';

/** The European Economic Area, in which the GDPR holds and data moves freely. */
const EEA: readonly string[] =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
    ' ',
  );

/**
 * Countries and territories with a decision of the European Commission under GDPR Art. 45. The United States' covers
 * participants of the Data Privacy Framework, Canada's commercial organisations: whoever names adequacy has looked.
 */
const ADEQUATE: readonly string[] = 'AD AR CA CH FO GB GG IL IM JE JP KR NZ US UY'.split(' ');

const EUROPEAN_CONTRACTS: readonly TransferMechanism[] = [
  'scc_module_1',
  'scc_module_2',
  'scc_module_3',
  'scc_module_4',
  'bcr',
];

/** PIPL Art. 38 (1) to (3); data of Hong Kong, Macao and Taiwan stands under laws of their own. */
const CHINESE_GROUNDS: readonly TransferMechanism[] = [
  'security_assessment',
  'certification',
  'standard_contract',
];

/** Personal data leaving where a regime holds, with the grounds on which it may. */
export type DataTransfer = {
  regime: TransferRegime;
  from: string[];
  to: string[];
  allowed: TransferMechanism[];
};

/**
 * The transfers of a contract whose personal data is collected in some countries and worked on in others (ISO 3166-1
 * alpha-2). Data that stays in its country, or within the European Economic Area, is not transferred.
 * Source: GDPR Art. 44 to 47; PIPL Art. 38. Derogations (Art. 49) carry no steady service and are not offered.
 */
export function dataTransfers(
  collectedIn: readonly string[],
  workedOnIn: readonly string[],
): DataTransfer[] {
  const european = sorted(collectedIn.filter((country) => EEA.includes(country)));
  const abroad = sorted(workedOnIn.filter((country) => !EEA.includes(country)));
  const outsideChina = sorted(workedOnIn.filter((country) => country !== 'CN'));
  const transfers: DataTransfer[] = [];
  if (european.length > 0 && abroad.length > 0) {
    const isAdequate = abroad.every((country) => ADEQUATE.includes(country));
    const allowed: TransferMechanism[] = isAdequate
      ? ['adequacy', ...EUROPEAN_CONTRACTS]
      : [...EUROPEAN_CONTRACTS];
    transfers.push({ regime: 'gdpr', from: european, to: abroad, allowed });
  }
  if (collectedIn.includes('CN') && outsideChina.length > 0)
    transfers.push({
      regime: 'pipl',
      from: ['CN'],
      to: outsideChina,
      allowed: [...CHINESE_GROUNDS],
    });
  return transfers;
}

/** The transfers that none of the named mechanisms carries. */
export function uncarriedTransfers(
  transfers: readonly DataTransfer[],
  mechanisms: readonly TransferMechanism[],
): DataTransfer[] {
  return transfers.filter(({ allowed }) => !allowed.some((one) => mechanisms.includes(one)));
}

function sorted(countries: readonly string[]): string[] {
  return [...new Set(countries)].sort();
}
