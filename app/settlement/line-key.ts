import { parsePeriod, type Period } from '~/shared/period';

/** The credits that a list names as `contract/YYYY-MM`; what is no such name is left out. */
export function lineKeys(names: readonly string[]): { contractId: number; period: Period }[] {
  return names.flatMap((name) => {
    const [contract = '', month = ''] = name.split('/');
    const period = parsePeriod(month);
    return /^\d{1,16}$/.test(contract) && period !== null
      ? [{ contractId: Number(contract), period }]
      : [];
  });
}
