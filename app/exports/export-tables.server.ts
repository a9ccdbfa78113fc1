import type { ExportTable } from './export-table.server';
import { contractTable, termTable } from './contract-tables.server';
import { readingTable } from './reading-tables.server';
import { breachTable, creditTable, evaluationTable } from './sla-tables.server';
import type { ExportName } from './table';
import { auditTable, proposalTable, reviewTable } from './trail-tables.server';
import { actionTable, riskTable, vendorTable } from './vendor-tables.server';

/** Every table that goes out, by its name on the command line. */
export const exportTables: Readonly<Record<ExportName, ExportTable>> = {
  vendors: vendorTable,
  contracts: contractTable,
  terms: termTable,
  readings: readingTable,
  evaluations: evaluationTable,
  breaches: breachTable,
  credits: creditTable,
  proposals: proposalTable,
  reviews: reviewTable,
  actions: actionTable,
  risks: riskTable,
  audit: auditTable,
};
