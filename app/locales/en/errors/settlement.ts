/** Credits as they are claimed, bonuses and penalties, statements and rates. */
export const settlement = {
  statement_fee_open:
    'The fee follows a volume that has not been reported yet. Accept the month’s report first.',
  credit_not_yours: 'This step belongs to somebody else.',
  credit_nothing_to_move:
    'Nothing of this credit is “$t(common:creditState.{{state}})”: somebody was quicker, or the month was evaluated again.',
  claim_too_late: 'This credit could be claimed until {{until}}.',
  claim_not_over: 'This credit can still be claimed until {{until}}.',
  too_many_selected: 'Choose at most {{max}} at a time.',
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
} as const;
