/** The interface for programs: its page, access tokens, and what programs are told. */
export const api = {
  title: 'API access',
  lead: 'Programs read what you see here, and send reports, over HTTPS. Each of them signs in with an access token of its own and can never do more than you.',
  start: 'First request',
  startHelp: 'Make a token, put it in the place of TOKEN, and ask.',
  read: 'Read a list',
  send: 'Send a report',
  sendHelp:
    'Everything is checked as in an upload. What is wrong comes back row by row, and nothing of it is kept. With an Idempotency-Key the request can be sent again after a broken line.',
  description: 'OpenAPI description',
  rules: 'What holds for every request',
  rule: {
    errors:
      'Refusals are problem documents (RFC 9457), their words in the language of Accept-Language.',
    pages:
      'Lists come in pages of {{usual}} rows, at most {{most}}; next_cursor leads on, and rows that come in between shift nothing.',
    figures:
      'Figures and amounts are exact decimals in text, amounts beside their currency; days and months are ISO 8601.',
    limits:
      'Each token has {{requests}} requests a minute; a body has at most {{megabytes}} MB, as JSON {{jsonMegabytes}} MB and {{jsonRows}} rows.',
  },
  token: {
    title: 'Access tokens',
    yours: 'Your access tokens',
    yoursHelp:
      'A program with a token acts as you. Revoke one that is no longer needed, or that somebody else may have seen.',
    all: 'Access tokens',
    allLead:
      'Everybody’s tokens that were not revoked, the newest first. A token does what its person may do, never more.',
    none: 'No access tokens yet',
    noneHelp: 'Make one for each program, so that each can be ended alone.',
    noneAtAll: 'Nobody has made an access token yet. People make theirs under their account.',
    make: 'Create token',
    makeTitle: 'Make an access token',
    makeLead: 'The token is shown once. Keep it where passwords are kept.',
    made: 'This is the token. It is not shown again:',
    madeTitle: 'Token made',
    back: 'Back to the tokens',
    name: 'Name',
    nameHelp: 'Which program it is for.',
    days: 'Ends after',
    lifetime: '{{days}} days',
    readOnly: 'Reading only',
    readOnlyHelp: 'It sends no reports.',
    access: 'May',
    reads: 'read only',
    writes: 'all that its person may',
    person: 'Person',
    ending: 'Ends in',
    created: 'Made',
    expires: 'Expires',
    expired: 'expired',
    used: 'Last used',
    never: 'never',
    usedFrom: '{{when}}, from {{address}}',
    revoke: 'Revoke',
    revokeHelp: 'Programs that use “{{name}}” are refused from now on. This can’t be undone.',
    revoked: 'The token is revoked.',
  },
  problem: {
    token_missing:
      'Send an access token: “Authorization: Bearer …”. You make one in the portal, under your account.',
    token_unknown:
      'This access token is unknown, has expired or was revoked. Make a new one in the portal.',
    token_read_only: 'This access token may only read. Make one that may send.',
    forbidden: 'The person of this access token may not do this.',
    not_found: 'There is no such record here, or it is not for this reader.',
    address_unknown: 'There is no {{address}}. /api/v1/openapi.json describes every address.',
    method_not_allowed: 'This address takes {{methods}} alone.',
    not_acceptable: 'Answers are JSON: accept application/json.',
    too_many_requests: 'Too many requests. Go on in {{seconds}} s.',
    query_invalid: 'The question has parameters that can’t be answered.',
    cursor_unknown: 'This cursor is none of this list in this order. Begin again without it.',
    body_too_large: 'The body is larger than {{megabytes}} MB. Send it in parts.',
    json_too_large:
      'As JSON {{megabytes}} MB and {{rows}} rows are taken at once. Send more as text/csv, or in parts.',
    media_type_unknown: 'Send application/json, or text/csv.',
    not_json: 'The body is not valid JSON in UTF-8.',
    report_refused: 'The report was not taken, nothing of it was kept. Errors: {{errors}}.',
    report_gone: 'The report was thrown away in the portal meanwhile. Send it anew.',
    still_reading:
      'The report is still being read. Send the same request again: nothing is taken twice.',
    key_unreadable: 'An Idempotency-Key has 1 to 200 visible ASCII characters.',
    key_reused:
      'This Idempotency-Key came with another body before. Use a new one for a new report.',
  },
  query: {
    unknown: 'There is no “{{parameter}}” here; there are: {{allowed, listed}}.',
    not_a_choice:
      '“{{value}}” is not possible for “{{parameter}}”. Choose from: {{allowed, listed}}.',
    invalid: '“{{value}}” is not possible for “{{parameter}}”.',
    once: 'Give “{{parameter}}” once.',
    too_many: '“{{parameter}}” has too many values.',
  },
  body: {
    vendor_unknown: 'There is no vendor “{{value}}” that you may report for.',
    source_unknown: 'This is no source. Choose from: {{allowed, listed}}.',
    source_not_yours: 'A vendor is its own source: send vendor_report.',
    field_unknown: 'There is no field “{{field}}” here.',
    missing: '“{{field}}” is missing.',
    wrong_type: '“{{field}}” has the wrong form.',
    too_long: '“{{field}}” is too long.',
    no_rows: 'Send at least one row.',
  },
} as const;
