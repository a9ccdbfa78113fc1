import { readRegisterFile, type RowFault } from '~/shared/register-file';
import type { OcdsContract } from './ocds';

const COLUMNS = [
  'ocid',
  'contract_id',
  'buyer',
  'suppliers',
  'title',
  'amount',
  'currency',
  'signed',
  'start',
  'end',
  'status',
] as const;
const BETWEEN_SUPPLIERS = /\s*\|\s*/;
/** Amounts come as `1500.0`, also in currencies without decimals. */
const POINTLESS_ZEROS = /\.0+$/;

/** The contracts of a table of OCDS fields, a row each; suppliers of one award stand apart by `|`. */
export function readOcdsTable(text: string): { contracts: OcdsContract[]; faults: RowFault[] } {
  const { rows, faults } = readRegisterFile(text, {
    all: COLUMNS,
    required: ['ocid', 'contract_id', 'suppliers', 'currency', 'start', 'end'],
  });
  const contracts = rows.map(({ cells }): OcdsContract => {
    const orNull = (value: string) => (value.trim() === '' ? null : value.trim());
    return {
      ocid: orNull(cells.ocid),
      id: cells.contract_id.trim(),
      title: orNull(cells.title),
      description: null,
      buyer: orNull(cells.buyer),
      suppliers: cells.suppliers.split(BETWEEN_SUPPLIERS).filter((name) => name !== ''),
      amount: orNull(cells.amount.replace(POINTLESS_ZEROS, '')),
      currency: orNull(cells.currency),
      signed: orNull(cells.signed),
      starts: orNull(cells.start),
      ends: orNull(cells.end),
      status: orNull(cells.status),
      document: null,
    };
  });
  return { contracts, faults };
}
