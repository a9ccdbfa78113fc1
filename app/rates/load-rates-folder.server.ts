import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { everything, type Act } from '~/auth/act';
import type { Store } from '~db/store.server';
import { loadRates, type RateCounts } from './load-rates.server';
import { readRateFiles } from './rate-file';

/** The two files of a rates' folder: the months' averages and their last fixings. */
const RATE_FILES = { averages: 'fx-monthly.csv', fixings: 'fx-month-end.csv' } as const;
/** Who publishes what the folder holds: reference rates of the euro are the European Central Bank's. */
const RATES_SOURCE = 'ECB';

/**
 * Takes in the rates that lie in the folder, where one is set. A file that is not there or has faults fails the run, and
 * nothing is stored; unchanged files change nothing.
 */
export async function loadRatesFolder(
  store: Store,
  now: Date,
  folder: string | undefined,
): Promise<Pick<RateCounts, 'added' | 'changed'> | Record<string, never>> {
  if (folder === undefined || folder === '') return {};
  const [averages, fixings] = await Promise.all([
    readFile(join(folder, RATE_FILES.averages), 'utf8'),
    readFile(join(folder, RATE_FILES.fixings), 'utf8'),
  ]);
  const { rates, faults } = readRateFiles(averages, fixings);
  const [first] = faults;
  if (first)
    throw new Error(
      `the rates in ${folder} were not loaded: row ${first.row}, ${first.column}: ${first.reason.code}`,
    );
  const act: Act = { actor: { kind: 'job', job: 'rates' }, now, scope: everything };
  const { added, changed } = await loadRates(store, act, { rates, source: RATES_SOURCE });
  return { added, changed };
}
