/** KPI reports and the figures in them. */
export const reports = {
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
  column_sum_invalid:
    '“{{value}}” names no columns. Write their letters, such as C - D; the column needs a heading.',
  ratio_needs_both: 'Give numerator and denominator, or neither.',
  computed_kpi_empty: 'Say how the KPI is computed: a value, or numerator and denominator.',
  mapping_invalid: 'The mapping can’t be used: {{detail}}. Check the columns that you chose.',
} as const;
