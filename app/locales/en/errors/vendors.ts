/** The registers: vendors, their numbers and what belongs to them, services, markets, KPIs, and their files. */
export const vendors = {
  address_of_house:
    'Our own people write from {{value}}: nobody speaks for both sides. Take an address of the vendor.',
  vendor_code_taken: '{{value}} is the code of {{vendor}}. Choose another.',
  vendor_alike: 'Is it {{vendor}} ({{code}}), which is registered already?',
  identifier_characters:
    'These signs don’t belong into it: {{signs}}. $t(diligence:identifier.kinds.{{kind}}): write it like {{example}}.',
  identifier_length:
    'It has {{found}} characters and needs {{needed}}. $t(diligence:identifier.kinds.{{kind}}): write it like {{example}}.',
  identifier_country:
    '“{{value}}” stands for no member state of the EU. Begin with the letters of the country, such as {{example}}; Northern Ireland’s are XI.',
  identifier_form:
    'Letters and digits are not where they belong. $t(diligence:identifier.kinds.{{kind}}): write it like {{example}}.',
  identifier_check:
    'The check digits don’t fit the rest, so a sign is wrong or two are swapped. Compare it with the original; it looks like {{example}}.',
  identifier_twice: 'This vendor has {{value}} already.',
  identifier_taken: '{{value}} belongs to {{vendor}} ({{code}}) already. Change it there first.',
  identifier_taken_elsewhere:
    '{{value}} belongs to a vendor outside your reach. Ask an administrator whose it is.',
  identifier_row_twice: 'Row {{first}} has the same number. A number belongs to one vendor.',
  import_out_of_reach:
    'A file reaches every vendor, and you see a part of them. Ask somebody who sees all.',
  status_not_by_file:
    'A status is changed on the vendor’s page, by the people whom that takes. Leave the cell empty.',
  price_without_currency: 'Enter the currency of the price.',
  level_missing: 'Choose the level at which this person is called.',
  contact_unreachable: 'Enter an email address or a phone number.',
  market_needs_parent: 'Choose the market that this one lies in.',
  market_root_has_parent:
    'A global market lies in no other: leave the parent empty or choose another level.',
  market_level_order:
    'A market lies in one of a higher level: a city in a country, region or the globe.',
  market_level_below: 'A market in it has this level or a higher one. Change that one first.',
  market_out_of_reach: 'Choose a parent within your reach.',
  market_cycle: 'A market can’t lie within itself. Choose a parent outside it.',
  vendor_unknown: 'No vendor has this code. Enter the code of a registered vendor.',
  vendor_group_cycle: 'This would make the vendor its own parent. Choose another one.',
  vendor_status_not_allowed:
    '“$t(common:vendorState.{{from}})” can’t be followed by “$t(common:vendorState.{{to}})”.',
  vendor_not_contractable:
    '{{name}} is “$t(common:vendorState.{{status}})”: a contract with it is submitted, approved and signed once it has been let in.',
  vendor_active_needs_contract:
    'A vendor becomes active with a contract in force. Put the contract in force first.',
  vendor_tier_missing:
    'Answer the four questions of the tier first: they say who may let the vendor in.',
  vendor_approver_manager: 'A vendor of this tier is let in by a service manager.',
  offering_twice: 'The vendor offers {{service}} in {{market}} already. Change that offering.',
  range_reversed: 'The greatest value must not be below the least, {{min}}.',
  sample_is_itself: 'A KPI can’t be its own sample size. Choose another or none.',
  code_is_fixed: 'The code stays {{value}}: contracts and files name the KPI by it.',
  heading_shared: '“{{value}}” also names {{kpi}}. Reports could mean either: choose another name.',
  residual_above_inherent: 'Treatment can’t make the risk greater than {{score}}.',
  markets_without_services: 'Name the services that the vendor offers in these markets.',
  not_listed: 'This is not in the register. Add it there first, or import with --create.',
} as const;
