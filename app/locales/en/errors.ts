/** Reason codes of refusals in words: what is wrong and what to do. A verb's own codes are listed under its area. */
export const errors = {
  unknown: 'This was refused ({{code}}).',
  invalid: 'This entry can’t be read. Check it and send again.',
  required: 'Enter a value.',
  too_long: 'Shorten this to {{max}} characters.',
  not_a_number: 'Enter a number such as 79.5, without other signs.',
  too_large: 'Enter at most {{max}}.',
  too_small: 'Enter at least {{min}}.',
  not_a_date: 'Enter a date such as 2023-07-31.',
  not_a_month: 'Enter a month such as 2023-07.',
  not_an_email: 'Enter an address such as name@company.com.',
  not_a_choice: 'Choose one of the listed values.',
  ends_before_start: 'The end must come after the start.',
  too_many_views: 'You keep {{max}} views already. Remove one that you no longer need.',
  address_of_house:
    'Our own people write from {{value}}: nobody speaks for both sides. Take an address of the vendor.',
  vendor_code_taken: '{{value}} is the code of {{vendor}}. Choose another.',
  vendor_alike: 'Is it {{vendor}} ({{code}}), which is registered already?',
  already_exists: '“{{value}}” exists already. Choose another.',
  not_found: 'This record is not there, or not within your reach.',
  review_not_open: 'The record is out, or the meeting has not begun: nothing can be written now.',
  review_not_frozen: 'The meeting begins when its pack is frozen. Freeze the pack first.',
  review_not_held:
    'A record is sent once, after its meeting. Reload the page to see where it stands.',
  review_not_recorded: 'The record can’t be signed now: it is not out, or everybody has signed.',
  review_comments_over: 'This was possible until {{until}}. Bring it up in the meeting.',
  review_figure_unknown: 'The pack holds no such figure. Open the pack and comment from there.',
  review_reason_missing: 'Say why the meeting rates otherwise than the pack.',
  review_actions_unowned: 'Name an owner first for: {{list}}.',
  review_signing_over: 'The days to answer ended on {{due}}; the record counts as signed.',
  review_signed_already: 'Your side has answered already.',
  not_allowed: 'Your role may not do this.',
  changed_meanwhile:
    'Somebody changed this meanwhile. Reload the page, look at the change, then decide.',
  wrong_state: 'This can’t be done while it is “{{state}}”.',
  file_empty: 'The file is empty. Choose one with at least a header and a row.',
  file_too_large: 'The file is larger than {{max}}. Split it, or leave out what is not needed.',
  same_person: 'A second person must do this: you submitted it yourself.',

  // The registers: vendors and what belongs to them, services, markets, KPIs, and their files.
  code_invalid: 'Use letters, digits, “-”, “_” and “.” without spaces, at most {{max}} characters.',
  not_a_whole_number: 'Enter a whole number such as 30.',
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
  check_not_waiting: 'This result waits for no sign-off (“$t(diligence:check.states.{{state}})”).',
  check_own: 'You recorded this result yourself. Somebody else signs it off.',
  check_settled: 'The check stands on a result: what that rests on stays with it.',
  check_handed_in:
    'You have handed this check in: it stands as it is unless it is sent back to you.',
  check_waits: 'A result waits for its sign-off. Sign it off or send it back first.',
  check_not_screened: 'Screen the vendor first: it has not been held against the lists in use.',
  check_hits_open_one: 'Decide the {{count}} hit of the screening first.',
  check_hits_open_other: 'Decide the {{count}} hits of the screening first.',
  check_hits_same: 'A hit was decided to be this vendor: the check can’t pass.',
  hit_gone: 'This hit is no longer found. Nothing is left to decide.',
  not_a_reviewer: 'Choose a person with the role “Outside reviewer”.',
  reach_of_reviewer: 'An outside reviewer sees what is given to them alone. Leave this empty.',
  sanctions_no_list: 'No sanctions list is loaded. Load one first.',
  file_missing: 'Choose a file.',
  import_out_of_reach:
    'A file reaches every vendor, and you see a part of them. Ask somebody who sees all.',
  status_not_by_file:
    'A status is changed on the vendor’s page, by the people whom that takes. Leave the cell empty.',
  country_unknown: 'Enter a country by its two letters, such as DE or CN.',
  not_a_website: 'Enter a web address such as company.com.',
  currency_unknown: 'Enter a currency by its three letters, such as USD.',
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
  date_in_future: 'Enter a day that is not in the future.',
  residual_above_inherent: 'Treatment can’t make the risk greater than {{score}}.',
  row_too_long:
    'The row has {{cells}} cells, the header {{columns}}. Put cells that hold commas in quotes.',
  file_without_rows: 'The file has a header and no rows.',
  file_unreadable: 'The file can’t be opened. Check its name and place.',
  encoding_unreadable: 'The text can’t be read. Save the file as UTF-8 and send it again.',
  quotes_broken: 'A quotation mark is not closed, or text follows it. Double quotes inside a cell.',
  column_unknown: 'This column is not known. Known are: {{columns}}.',
  column_twice: 'This column is there twice. Leave one out.',
  column_missing: 'The column “{{value}}” is missing.',
  row_twice: 'Row {{first}} has the same code. Leave one out.',
  markets_without_services: 'Name the services that the vendor offers in these markets.',
  not_listed: 'This is not in the register. Add it there first, or import with --create.',

  // What a vendor says of itself
  answer_is_document: 'Hand this document in on the portal’s page.',
  section_with_us: 'This part is with procurement and can’t be changed until it is sent back.',
  company_submitted: 'This has been submitted already.',
  submission_settled: 'Nothing that the vendor submitted waits for you.',
  company_unfinished: 'Complete every part first.',
  section_not_in_screening: 'A part can be sent back until the vendor is admitted or rejected.',
  invitation_waits: 'This invitation waits for confirmation; nothing is mailed before.',
  invitation_not_waiting: 'This invitation no longer waits for confirmation.',
  invitation_revoked: 'This invitation has been revoked already.',
  invitation_accepted:
    'This invitation has been accepted. The person signs in by password or link.',
  change_decided: 'This change has been decided already.',
  workbook_too_large:
    'This workbook unpacks to more than {{max}}, which no questionnaire does. Fill in the one that can be downloaded here.',
  workbook_unreadable:
    'This is no Excel workbook that can be read. Send the one that you took here.',
  workbook_foreign: 'This workbook is not our questionnaire. Take it here, fill it in and send it.',
  workbook_version: 'This workbook holds another version of the questions. Take it anew.',
  question_unknown: 'This row belongs to no question: its hidden mark “{{value}}” is not known.',
  question_twice: 'This question is answered twice, in {{cell}} too. Leave one row out.',

  // Fallback proposals and the settings of their score.
  weight_out_of_range: 'Enter a weight of 0 to 100.',
  weights_total: 'The weights add up to {{total}}. They must add up to 100.',
  vendor_without_service: 'This vendor doesn’t offer {{service}}, so nobody need take it over.',
  vendor_not_in_market: 'This vendor doesn’t offer {{service}} in {{market}}.',
  vendor_offers_nothing: '{{value}} offers nothing yet. Enter its offerings first.',
  decider_asked: 'You asked for this proposal. Somebody else must decide it.',
  candidate_left:
    '{{vendor}} is no longer approved or active. Reject this proposal and propose anew.',
  // Scorecards, assessments and admission.
  date_past: 'Enter a day from today on.',
  levels_few: 'Describe at least two levels.',
  levels_twice: 'Two levels have the same points.',
  levels_points: 'Begin each level with its points, such as 3.',
  knock_out_off_scale: 'Enter points of the scale, {{min}} to {{max}}.',
  bands_need_start: 'The lowest band begins at 0.',
  bands_twice: 'Two bands begin at the same total.',
  bands_fall: 'A higher total must not lead to a worse result.',
  scorecard_published: 'A published version never changes. Make a new version.',
  scorecard_not_published: 'Choose a published template.',
  assessors_missing: 'Choose at least one assessor.',
  not_assessor: 'Only the assessors named here give scores.',
  scores_handed_in: 'Your scores are handed in and stand.',
  points_off_scale: 'These points are not on the scale.',
  scoring_not_settling: 'This can be done once all scores are in and before the result stands.',
  differences_open: 'Settle the {{count}} criteria first on which assessors lie too far apart.',
  answered_too_little:
    '{{answered}}% of the weight is answered. The template asks for {{minimum}}%.',
  scoring_not_concluded: 'There is no result to release yet.',
  took_part:
    'Somebody who took no part must decide: you brought the vendor in, checked it or had a hand in its assessment.',
  appeal_decided: 'This appeal has been decided.',
  conditions_of_none: 'Conditions go with letting in on conditions alone.',
  admission_needs_assessment: 'Assess the vendor first: letting in rests on a valid result.',
  admission_disqualified: 'The assessment disqualified the vendor. Reject it, or assess it anew.',
  admission_checks_missing:
    '{{count}} of the checks that the tier asks for are missing or failed. Finish them, or let the vendor in on conditions.',
  admission_sanctions: 'Nobody is let in before the check against sanctions lists has passed.',
  condition_needs_manager:
    'Conditions of an admission are moved or called off by a manager who did not let the vendor in.',
  condition_own:
    'You let the vendor in. Somebody else must tick its conditions off, move them or call them off.',
  admission_needs_conditions: 'Name at least one condition, with who and by when.',
  vendor_not_screened: 'Put the vendor up for screening first.',
  vendor_needs_admission: 'Letting in or keeping out is decided on the page of its admission.',

  switch_step_stays:
    'A single step of a switch can’t be called off. Abandon the switch on its proposal.',
  action_cancelled: 'This action was called off.',
  action_done: 'This action is done. Open it again first.',
  action_not_yours: 'We tick this one off ourselves, once we have seen that it is done.',
  switch_over: 'This switch no longer runs. Nothing in it can be changed.',
  proposal_decided: 'This proposal has been decided: “$t(common:proposalState.{{state}})”.',
  not_a_candidate:
    'This vendor is no candidate of the proposal. Choose one that passed every gate.',
  share_not_positive: 'Enter a share above 0, such as 60.',
  share_twice: 'A vendor is named twice. Give it one share.',
  split_single: 'Split the volume between two vendors or more, or accept one candidate.',
  shares_total: 'The shares add up to {{total}}%. They must add up to 100%.',
  reason_required: 'Give the reason.',

  // Cases: the answer to a breach.
  case_not_yours: 'This step belongs to the other side.',
  case_wrong_state: 'This can’t be done while the case is “$t(common:caseState.{{state}})”.',
  dispute_too_late: 'A dispute could be raised until {{until}}.',
  dispute_needs_another: 'Somebody else must rule on the dispute: you decided in this case before.',
  answer_not_overdue:
    'The plan can be answered until {{due}}; only then does it count as accepted.',
  steps_not_over: 'The corrective steps run until {{until}}; verification begins after them.',
  excusal_too_long: 'An excusal covers at most {{most}} months.',
  excusal_without_breach: 'No breach of this case lies in these months. Choose others.',
  not_verified:
    'The case closes after {{needed}} periods that pass in a row; {{passed}} have passed.',
  plan_cause_missing: 'Name the cause: ask why until you reach it.',
  plan_too_many_whys: 'Ask why at most {{most}} times.',
  plan_corrective_missing: 'Name at least one step that puts it right.',
  plan_preventive_missing: 'Name at least one step that keeps it from coming back.',
  plan_step_empty: 'Say what will be done.',
  plan_step_day: 'Enter the day by which it will be done, from {{today}} on.',

  // Contracts and their SLA terms: documents and forms.
  field_unknown: 'There is no field “{{name}}” here. Check its spelling or leave it out.',
  field_missing: 'Fill this in.',
  field_of_other_method:
    '“{{name}}” doesn’t go with the credit method “{{method}}”. Leave it empty or choose “pool”.',
  not_one_of: 'Choose one of: {{allowed}}.',
  wrong_type: 'This must be of the kind “{{expected}}”.',
  wrong_value: 'This can’t be read. Check it against the documentation of the document.',
  document_not_object: 'This is no document. It starts with { and names its fields.',
  document_at: '{{path}}: {{message}}',
  document_not_json: 'This is not JSON: {{message}}',
  number_invalid: '“{{value}}” is no number. Write it like 79.97.',
  number_too_small: 'Enter at least {{min}}.',
  number_too_large: 'Enter at most {{max}}.',
  date_invalid: '“{{value}}” is no day. Write it like 2023-01-31.',
  period_invalid: '“{{value}}” is no month. Write each line like 2023-01 100000.00.',
  amount_invalid: '“{{value}}” is no amount in {{currency}}, which has {{decimals}} decimals.',
  statement_fee_open:
    'The fee follows a volume that has not been reported yet. Accept the month’s report first.',
  pricing_volume_partly: 'Name a volume KPI for every line of the price, or for none.',
  fee_after_without_fees: '“fee_after” continues “fees”: list fees by month too.',
  fee_and_fees: 'Enter one fee for all months or fees by month, not both.',
  report_due_one_of: 'Enter either a day of the month or a business day.',
  time_zone_unknown: '“{{value}}” is no time zone. Write it like America/New_York.',
  listed_twice: '{{value}} is listed twice. Leave one out.',
  n_above_m: '{{n}} failures can’t fall among {{m}} periods. Enter fewer failures or more periods.',
  warn_at_wrong_side:
    'The warning limit {{warn_at}} must lie on the good side of the target {{target}}.',
  at_risk_percent_missing:
    'A term credits from a pool: the contract needs its share of fees at risk.',
  bands_empty: 'Enter at least one band.',
  band_limit_missing: 'Enter where this band ends: another one follows it.',
  band_from_not_below_to: 'The limits are in the wrong order: {{from}} must be below {{to}}.',
  band_not_at_target: 'The first band must start at the target {{target}}, not at {{limit}}.',
  band_start_missing: 'This band starts where the one before it ends: {{expected}}.',
  band_gap: 'Between {{expected}} and {{limit}} is a gap. Start this band at {{expected}}.',
  band_overlap:
    'Between {{expected}} and {{limit}} two bands overlap. Start this band at {{expected}}.',
  band_after_unbounded: 'The band before has no end, so nothing can follow it. Give it a limit.',
  band_not_unbounded:
    'The outermost band must not end at {{limit}}: leave its limit empty, or add a band beyond it.',
  band_softens: 'A band further out must not be milder: {{value}} follows {{before}}.',
  kpi_unknown: '“{{value}}” is not in the KPI library. It holds: {{known}}.',
  service_unknown: 'There is no service “{{value}}”. There are: {{known}}.',
  market_unknown: 'There is no market “{{value}}”. Enter the code of a market in the register.',
  contract_markets_without_services: 'Name the services that the contract covers in these markets.',
  contract_vendor_fixed:
    'The contract is with {{value}} and stays so. Another vendor needs a contract of its own.',
  contract_not_draft: 'Only a draft can be submitted.',
  contract_not_in_review: 'The contract is not in review.',
  contract_not_approved: 'Only an approved contract can be signed.',
  contract_in_review:
    'The contract is being approved. Have it returned before you change anything.',
  standard_rejected: 'The amendment was turned down.',
  standard_withdrawn: 'The amendment was withdrawn.',
  amendment_not_draft: 'The amendment is proposed or decided already.',
  amendment_not_proposed: 'The amendment is not waiting for a decision.',
  amendment_decided: 'The amendment is decided already.',
  amendment_empty: 'Nothing was different, so there is nothing to amend.',
  ocds_unreadable: 'This is no OCDS release, release package or record package.',
  ocds_no_contract: 'The release has no contract.',
  ocds_no_supplier: 'No supplier is named.',
  ocds_many_suppliers:
    '{{count}} suppliers share the award; which one has the contract is not said.',
  ocds_no_start: 'The contract has no first day.',
  ocds_no_end: 'The contract has no last day.',
  ocds_cancelled: 'The contract was cancelled.',
  ocds_supplier_unknown: 'There is no vendor named “{{value}}”. Enter it first, or use --create.',
  approval_own: 'You submitted this yourself: somebody else approves it.',
  approval_twice: 'You have approved this already: somebody else approves it too.',
  clauses_missing:
    'These required clauses are missing: {{clauses}}. Add them, or have someone with the right sign with a reason.',
  notice_twice: 'Give the notice in days or in months, not in both.',
  ends_not_term:
    'The first term from the start ends on {{ends}}. Enter that day, or leave one of the two empty.',
  renewal_needs_end:
    'A contract without an end has nothing to renew. Enter its end, or choose another renewal.',
  tiers_begin: 'The first tier starts at 0.',
  tiers_ascend: 'Each tier starts above the one before it.',
  pricing_hybrid_empty: 'A hybrid price has a unit price or a commission beside the fee.',
  contract_not_active: 'Only a contract in force or to come can be ended.',
  termination_before_start: 'The contract starts on {{starts}}. Enter that day or a later one.',
  renewal_not_express: 'Only a contract that is renewed by agreement can be renewed here.',
  renewal_not_later: 'Enter a day after {{ends}}, on which the contract ends now.',
  renewal_proposed: 'A renewal is proposed already. Decide on it first.',
  settlement_from_start:
    'Settlement terms hold for all months of a contract, not from a day within it. Enter its first day, {{starts}}. What shall hold from another day goes into an amendment of its own: withdraw this one and gather the changes apart.',
  termination_after_end: 'The contract ends on {{ends}} anyway. Enter an earlier day.',
  term_after_contract: 'The contract ends on {{last}}. Enter that day or an earlier one.',
  term_before_contract: 'The contract starts on {{starts}}. Enter that day or a later one.',
  term_kpi_fixed: 'The KPI of a term stays. Add a term of its own for another KPI.',
  term_scope_fixed: 'Service and market of a term stay. Add a term of its own for another scope.',
  term_unchanged: 'This is what the term says already. Change something first.',
  term_withdrawn: 'This term has been withdrawn. Add a new one.',

  // Clauses: the library, what requires them, and how contracts stand to them.
  clause_place_missing: 'Say where in the contract it stands, such as 7.2.',
  clause_reason_missing: 'Give the reason: whoever signs reads it.',
  standard_term_exists: 'The standard has a term for this KPI and scope already. Change that one.',
  market_outside_standard: 'Choose a market that lies within the one in which the standard holds.',
  override_above_share:
    'Of {{terms}} terms {{allowed}} may be overridden here ({{share}}%, rounded down). Let the market inherit another term again, or change the standard itself.',
  contracts_missing: 'Choose at least one contract.',
  requirement_exists: 'There is a rule for this service, market and data already. Remove it first.',
  term_without_readings:
    'There are no accepted readings of this KPI and scope in the last {{count}} months.',

  // KPI reports
  report_being_read: 'The report is still being read. Wait a moment, then send it.',
  report_not_draft: 'This report was sent already ({{state}}).',
  report_has_errors_one:
    'Correct the {{count}} error first: a report is taken whole or not at all.',
  report_has_errors_other:
    'Correct the {{count}} errors first: a report is taken whole or not at all.',
  report_is_empty: 'The report has no readings. Send a file with at least one.',
  report_not_returned: 'Nothing was asked about this report, or it was answered already.',
  report_waits: 'A report of these months waits for review. Say whether this one takes its place.',
  report_stays:
    'What waits for review stays: it holds figures that this report lacks, or the other side brought it. This report can be sent beside it.',
  report_not_submitted: 'This report does not wait for a decision ({{state}}).',
  warnings_need_comments: 'Say something to each warning: {{count}} have no comment yet.',
  too_many_files: 'Send at most {{max}} files at a time.',
  file_or_cells: 'Choose a file, or paste cells.',
  column_sum_invalid:
    '“{{value}}” names no columns. Write their letters, such as C - D; the column needs a heading.',
  ratio_needs_both: 'Give numerator and denominator, or neither.',
  computed_kpi_empty: 'Say how the KPI is computed: a value, or numerator and denominator.',
  mapping_invalid: 'The mapping can’t be used: {{detail}}. Check the columns that you chose.',

  // People, signing in and the house's settings.
  sign_in_failed:
    'Address or password are not right. After five failures in a row an account rests for 15 minutes; a link by mail ends the rest at once.',
  too_many_attempts: 'Too many attempts from here. Try again in {{minutes}} min.',
  demo_elsewhere: 'The demo’s accounts work on its own machine alone.',
  password_short: 'Use at least {{min}} characters. A few words in a row will do.',
  password_long: 'Use at most {{max}} characters.',
  password_common: 'This one is guessed first. Use a few words that do not belong together.',
  password_personal: 'Leave out your name and address: they are guessed first.',
  password_wrong: 'This is not your current password.',
  password_same: 'Choose a password that differs from the current one.',
  link_dead: 'This link no longer works. Ask for another.',
  not_a_time_zone: 'Enter a time zone such as Asia/Shanghai or America/New_York.',
  vendor_required: 'Enter the vendor that this person works for.',
  vendor_of_insider:
    'Only the role Vendor belongs to a vendor. Leave this empty or change the role.',
  reach_of_outsider:
    'A vendor’s people have no reach: they see their own vendor alone. Leave this empty.',
  name_of_ours:
    'Somebody on our side is called “{{value}}”. Add a middle name or an initial so that nobody mixes you up.',
  own_role: 'You can’t change your own role. Another administrator can.',
  own_account: 'You can’t deactivate yourself. Another administrator can.',
  last_administrator: 'This is the last administrator. Make somebody else administrator first.',
  person_inactive: 'This person is deactivated. Let them in again first.',
  erase_active: 'This person may still sign in. Deactivate first.',
  person_erased: 'Nothing is left of who this was.',
  person_owes:
    'Somebody else takes over first: {{actions}} open actions, {{reviews}} reviews led, {{checks}} checks and {{scorings}} assessments not handed in.',
  person_active: 'This person may sign in already.',
  invitation_unconfirmed:
    'This person’s invitation awaits confirmation or was revoked. Confirm it or send it again on the page of the vendor.',
  too_many_tokens: 'There are {{max}} living tokens. Revoke one that is no longer needed.',
  setting_invalid: 'This value is not possible here. Enter one that fits the example.',
  not_an_address:
    'Enter the address with which the portal opens, such as https://portal.company.com.',
  mail_cleared: 'Its text was cleared: there is nothing left to send.',
  mail_not_failed: 'Only a letter that failed or was kept can be sent again.',

  // The back-test
  reading_twice: 'Two readings of {{kpi}} for {{period}} differ. Keep one.',
  sweep_term_unknown: 'There is no term {{term}}: name one by its place in the document, from 0.',
  sweep_steps: 'Choose a step that divides the span into at most {{max}} targets.',

  // Documents
  document_missing: 'Choose a file.',
  document_empty: 'The file is empty. Choose the one that was meant.',
  document_too_large: 'The file is larger than {{max}}. Make it smaller, or split it.',
  document_type_unknown: 'This file can’t be kept. Save it as one of: {{allowed}}.',
  document_misnamed:
    'The name says {{ending}}, but the file is {{found}}. Give it the ending that it has.',
  // Credits as they are claimed, and statements.
  credit_not_yours: 'This step belongs to somebody else.',
  credit_nothing_to_move:
    'Nothing of this credit is “$t(common:creditState.{{state}})”: somebody was quicker, or the month was evaluated again.',
  claim_too_late: 'This credit could be claimed until {{until}}.',
  claim_not_over: 'This credit can still be claimed until {{until}}.',
  too_many_selected: 'Choose at most {{max}} at a time.',
  contract_agreed:
    'The contract was signed meanwhile. Open it again: what changes now is an amendment.',
  data_role_none: 'The contract says that the vendor has no personal data. Amend that first.',
  data_role_without_data:
    'The contract gives the vendor a role for personal data. Choose the kind of data that goes with it, or amend the role.',
  signed_document_missing: 'Hand in the signed document, or say why it comes later.',
  signed_language_twice: 'There is a version in this language already.',
  signed_prevails_unknown: 'Choose one of the languages in which there is a version.',
  manual_amount_missing: 'Enter an amount above zero.',
  manual_not_signed: 'The contract is not signed yet: nothing can be added to its account.',
  manual_month_outside: 'Choose a month that has begun and in which the contract is in force.',
  manual_decided: 'It is decided already.',
  manual_needs_another: 'You proposed it: a second person has to decide.',
  manual_not_yours: 'Whoever proposed it can take it back.',
  credit_needs_another: 'You claimed this credit: somebody else must rule on the dispute.',
  statement_not_yours: 'This step belongs to the other side.',
  statement_wrong_state:
    'This can’t be done while the statement is “$t(settlement:state.{{state}})”.',
  statement_changed:
    'The statement was sent again with another total since you opened it. Look at it once more.',
  statement_earlier_open: 'An earlier month of this contract is not sent yet. Send that one first.',
  rates_file_missing: 'Choose both files: the averages of the months and their last fixings.',
  rates_none: 'The two files have no month and currency in common.',
  rates_row_wrong: 'Row {{row}}, {{column}}: this is no rate. Nothing was stored.',
  review_exists: 'This quarter has a review already. Open it and move it.',
  review_wrong_state:
    'The review is at another step by now. Reload the page to see where it stands.',
  review_quarter_running:
    'The quarter runs until {{until}}. Its pack can be frozen from the day after.',
  review_in_past: 'This time has passed. Choose one to come.',
  not_a_time: 'Enter a time of day such as 14:30.',
  bands_order: 'Enter at most the limit of the better rating.',
} as const;
