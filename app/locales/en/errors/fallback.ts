/** Proposals of a fallback, their weights, and switches under way. */
export const fallback = {
  weight_out_of_range: 'Enter a weight of 0 to 100.',
  weights_total: 'The weights add up to {{total}}. They must add up to 100.',
  vendor_without_service: 'This vendor doesn’t offer {{service}}, so nobody need take it over.',
  vendor_stands_by:
    'Within your reach this vendor only stands by for {{service}}: ask about one market of yours.',
  vendor_not_in_market: 'This vendor doesn’t offer {{service}} in {{market}}.',
  vendor_offers_nothing: '{{value}} offers nothing yet. Enter its offerings first.',
  decider_asked: 'You asked for this proposal. Somebody else must decide it.',
  candidate_left:
    '{{vendor}} is no longer approved or active. Reject this proposal and propose anew.',
  switch_step_stays:
    'A single step of a switch can’t be called off. Abandon the switch on its proposal.',
  switch_over: 'This switch no longer runs. Nothing in it can be changed.',
  proposal_decided: 'This proposal has been decided: “$t(common:proposalState.{{state}})”.',
  not_a_candidate:
    'This vendor is no candidate of the proposal. Choose one that passed every gate.',
  share_not_positive: 'Enter a share above 0, such as 60.',
  share_twice: 'A vendor is named twice. Give it one share.',
  split_single: 'Split the volume between two vendors or more, or accept one candidate.',
  shares_total: 'The shares add up to {{total}}%. They must add up to 100%.',
} as const;
