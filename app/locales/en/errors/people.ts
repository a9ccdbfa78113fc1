/** People, signing in, the house’s settings and its letters. */
export const people = {
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
} as const;
