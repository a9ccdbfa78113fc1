/** Quarterly reviews and the actions agreed in them. */
export const reviews = {
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
  action_cancelled: 'This action was called off.',
  action_done: 'This action is done. Open it again first.',
  action_not_yours: 'We tick this one off ourselves, once we have seen that it is done.',
  not_a_time_zone: 'Enter a time zone such as Asia/Shanghai or America/New_York.',
  review_exists: 'This quarter has a review already. Open it and move it.',
  review_wrong_state:
    'The review is at another step by now. Reload the page to see where it stands.',
  review_quarter_running:
    'The quarter runs until {{until}}. Its pack can be frozen from the day after.',
  review_in_past: 'This time has passed. Choose one to come.',
  not_a_time: 'Enter a time of day such as 14:30.',
  bands_order: 'Enter at most the limit of the better rating.',
} as const;
