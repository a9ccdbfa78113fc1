import { inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { contractStates, renewals } from '~/contracts/contract';
import { contractRows, type ContractRow } from '~/exports/contract-tables.server';
import { vendorRows, type VendorRow } from '~/exports/vendor-tables.server';
import { tiers } from '~/vendors/tier';
import { vendorStatuses } from '~/vendors/vendor';
import { contracts, contractScopes } from '~db/schema/contracts';
import { markets } from '~db/schema/markets';
import { offerings, services, vendors } from '~db/schema/vendors';
import {
  codeText,
  count,
  currency,
  day,
  decimal,
  list,
  money,
  recordKey,
  text as anyText,
} from './cells';
import { code, text, words, type Filter } from './filter.server';
import { byKey, byText, ownKey, resource } from './resource.server';

/** Vendors that offer a service, or in a market. */
function offers(of: typeof services | typeof markets, about: string): Filter {
  const isNamed = (values: readonly string[]) => inArray(of.code, [...values]);
  const link = of === services ? offerings.serviceId : offerings.marketId;
  return {
    ...text(of.code, about),
    condition: (values) =>
      sql`${vendors.id} in (select ${offerings.vendorId} from ${offerings}
        where ${link} in (select ${of.id} from ${of} where ${isNamed(values)}))`,
  };
}

export const vendorResource = resource<VendorRow>({
  about: 'Vendors with what they offer; a vendor sees itself',
  needs: 'api.use',
  rows: vendorRows,
  cells: vendorRows.columns,
  internal: ['tier', 'parent'],
  id: ownKey(vendors.id, (row) => row.id),
  tie: [vendors.id],
  sorts: {
    code: byText(vendors.code, (row) => row.code),
    name: byText(vendors.name, (row) => row.name),
    id: byKey(vendors.id, (row) => row.id),
  },
  defaultSort: 'code',
  filters: {
    code: text(vendors.code, 'Code of the vendor'),
    status: words(vendors.status, vendorStatuses, 'Where it stands'),
    tier: words(vendors.tier, tiers, 'Its tier'),
    country: text(vendors.country, 'Country, ISO 3166-1 alpha-2'),
    service: offers(services, 'Code of a service that it offers'),
    market: offers(markets, 'Code of a market in which it offers something'),
  },
  row: z
    .strictObject({
      id: recordKey,
      code: codeText,
      name: anyText,
      former_name: list,
      country: anyText.nullable(),
      parent: codeText.nullable(),
      status: z.enum(vendorStatuses),
      tier: z.enum(tiers).nullable(),
      website: anyText.nullable(),
      services: list,
      markets: list,
    })
    .meta({ id: 'Vendor' }),
});

/** Contracts that cover a service. */
function covers(): Filter {
  return {
    ...text(services.code, 'Code of a service that it covers'),
    condition: (values) =>
      sql`${contracts.id} in (select ${contractScopes.contractId} from ${contractScopes}
        where ${contractScopes.serviceId} in (select ${services.id} from ${services}
          where ${inArray(services.code, [...values])}))`,
  };
}

export const contractResource = resource<ContractRow>({
  about: 'Contracts with what they cover',
  needs: 'contracts.read',
  rows: contractRows,
  cells: contractRows.columns,
  id: ownKey(contracts.id, (row) => row.contract.id),
  tie: [contracts.id],
  sorts: {
    number: byText(contracts.number, (row) => row.contract.number),
    id: byKey(contracts.id, (row) => row.contract.id),
  },
  defaultSort: 'number',
  filters: {
    number: text(contracts.number, 'Number of the contract'),
    vendor: code(contracts.vendorId, 'vendors', 'Code of the vendor'),
    state: words(contracts.state, contractStates, 'What was decided of it'),
    service: covers(),
    currency: text(contracts.currency, 'ISO 4217'),
  },
  row: z
    .strictObject({
      id: recordKey,
      number: codeText,
      title: anyText,
      vendor: codeText,
      state: z.enum(contractStates),
      starts: day,
      ends: day.nullable(),
      terminated: day.nullable(),
      renewal: z.enum(renewals),
      notice_days: count.nullable(),
      services: list,
      markets: list,
      currency,
      fee: money.nullable(),
      credit_cap_percent: decimal.nullable(),
      credit_minimum: money.nullable(),
      at_risk_percent: decimal.nullable(),
      report_due_day: count.nullable(),
      report_due_business_day: count.nullable(),
      grace_days: count,
      time_zone: anyText,
    })
    .meta({ id: 'Contract' }),
});
