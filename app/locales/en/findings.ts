/** What is wrong or remarkable in a KPI report: what it is, and what would be right. Where it is stands before it. */
export const findings = {
  remarks: 'What to mend',
  where: {
    cell: 'Row {{row}}, column “{{column}}”',
    cellInSheet: 'Sheet “{{sheet}}”, row {{row}}, column “{{column}}”',
    row: 'Row {{row}}',
    rowInSheet: 'Sheet “{{sheet}}”, row {{row}}',
    sheet: 'Sheet “{{sheet}}”',
    file: 'The whole report',
  },
  subject: {
    total: '{{kpi}}, {{month}}, total',
    market: '{{kpi}}, {{month}}, {{market}}',
  },
  between: ', ',
  omitted_one: 'One more finding is not listed. Correct these first and send again.',
  omitted_other: '{{count}} more findings are not listed. Correct these first and send again.',
  source: {
    system_log: 'our own systems',
    third_party_audit: 'an audit',
    customer_feedback: 'customers',
    internal_review: 'our own review',
    vendor_report: 'the vendor’s report',
  },
  severity: { error: 'Error', warning: 'Warning' },
  code: {
    file_empty: 'The file is empty. Send one with a header row and at least one row of figures.',
    file_too_large:
      'The file has {{megabytes}} MB; {{limit}} MB is the most. Split it by month, or leave out what is not reported.',
    file_unpacks_too_large:
      'The workbook would unpack to {{megabytes}} MB, far more than a report needs. Copy the figures into a new workbook and send that.',
    file_damaged:
      'The workbook is damaged and can’t be opened. Open it in Excel, save it again as .xlsx and send that.',
    file_is_old_excel:
      'This is a workbook of the old Excel format (.xls). Open it and save it as “Excel workbook (.xlsx)” or “CSV UTF-8”.',
    file_is_macro_workbook:
      'This workbook contains macros, which are not accepted. Save it as “Excel workbook (.xlsx)”, without macros.',
    file_is_binary_workbook:
      'This is a binary workbook (.xlsb). Save it as “Excel workbook (.xlsx)” or “CSV UTF-8”.',
    file_is_protected:
      'The workbook is protected by a password. Take the password off, save it and send it again.',
    file_is_open_document:
      'This is an OpenDocument spreadsheet (.ods). Save it as “Excel workbook (.xlsx)” or “CSV UTF-8”.',
    file_is_word: 'This is a Word document. Put the figures in a workbook (.xlsx) or a CSV file.',
    file_is_powerpoint:
      'This is a PowerPoint file. Put the figures in a workbook (.xlsx) or a CSV file.',
    file_is_archive:
      'This is an archive with other files in it. Unpack it and send the workbook (.xlsx) or CSV file itself.',
    file_is_pdf:
      'This is a PDF, from which figures can’t be read safely. Send the workbook (.xlsx) or CSV file it was made from.',
    file_is_image: 'This is a picture. Send the figures as a workbook (.xlsx) or a CSV file.',
    file_is_web_page:
      'This is a web page, whatever its name says; some systems export tables like that. Open it in Excel and save it as “Excel workbook (.xlsx)”.',
    file_is_xml:
      'This is an XML file. Save the figures as “Excel workbook (.xlsx)” or “CSV UTF-8”.',
    file_is_json:
      'This is a JSON file. Programs send those through the interface; here, send a workbook (.xlsx) or a CSV file.',
    file_is_binary: 'This is neither a workbook (.xlsx) nor a text file (CSV). Send one of these.',
    file_named_workbook_is_text:
      '“{{name}}” is called a workbook but is a text file. Rename it to end in .csv, or save it as a real workbook.',
    file_named_text_is_workbook:
      '“{{name}}” is called a text file but is a workbook. Rename it to end in .xlsx, or save it as CSV UTF-8.',
    encoding_broken:
      'The file says that it is {{encoding}}, but some of its bytes are not. Save it again as “CSV UTF-8”.',
    encoding_mixed:
      'The file mixes two encodings: from this line on, some text is not UTF-8. Save the whole file as “CSV UTF-8”.',
    encoding_unknown:
      'The encoding of the file is not known from this line on. UTF-8, UTF-16 and GB18030 are read: save it as “CSV UTF-8”.',
    quote_not_closed:
      'A quotation mark opens a cell here and never closes. Close it, or write a mark inside text twice ("").',
    quote_followed_by_text:
      'Text follows a closing quotation mark. Put the delimiter right after it, or write a mark inside text twice ("").',
    cell_too_long:
      'This cell holds more than {{limit}} characters, more than a spreadsheet can. Is a quote or a line break missing?',
    too_many_columns:
      'The file has {{columns}} columns; {{limit}} is the most. Send the columns of the report alone.',
    too_many_new_markets:
      'The rows name {{count}} markets that are not in the register; at most {{limit}} can be added with one report. Check that the right columns were chosen for the market.',
    too_many_rows: 'The file has more than {{limit}} rows. Split it by month.',
    header_not_found:
      'No row names the columns. Put a header above the figures, with the month and the KPIs.',
    no_rows: 'There is a header and no row of figures below it. Add at least one.',
    column_unknown:
      'It is not known what “{{value}}” means. Name the KPI or field that it holds, or leave the column out. KPIs: {{known, listed}}.',
    column_twice: '“{{value}}” is there twice. Leave one of the columns out.',
    period_column_missing:
      'No column holds the month. Add one called “Month”, with months such as 2023-07.',
    kpi_column_missing:
      'No column is a KPI. Head the columns with KPI codes or names, or add the columns “KPI” and “Value”. KPIs: {{known, listed}}.',
    value_column_missing:
      'There is a KPI column and no value. Add “Value”, or “Numerator” and “Denominator”.',
    mapping_column_missing:
      'The mapping of this vendor’s files needs a column “{{value}}”, and the file has none. Add it, or map the columns anew.',
    sheet_not_read:
      'This sheet holds figures but no months and KPIs; it was passed over. Add a header if it belongs to the report.',
    cells_beyond_header:
      'This row has figures or text beyond the last heading: “{{value}}”. Put cells that contain the delimiter, such as 73,52, in quotation marks, or give the column a heading.',
    period_unreadable: '“{{value}}” is not a month. Write it like 2023-07.',
    period_ambiguous: '“{{value}}” may be two different months. Write it like 2023-07.',
    period_empty: 'The month is missing. Write it like 2023-07.',
    period_in_future:
      '{{month}} is in the future. {{latest}} is the latest month that can be reported.',
    period_not_over:
      '{{month}} is not over yet. Say why it is reported early, or wait for its end.',
    number_unreadable:
      '“{{value}}” is not a number. Write the number alone, like 79.5, and leave the cell empty where there is none.',
    number_ambiguous:
      '“{{value}}” may be read with a decimal sign or with thousands; “{{sign}}” was taken for the decimal sign. Check it, or write numbers without separators of thousands.',
    percent_for_other_unit:
      '“{{value}}” is a percentage, but this column is in “{{unit}}”. Write the number in that unit.',
    formula_without_value:
      'The cell holds a formula without a result ({{value}}). Save the workbook in Excel, or write the number itself.',
    kpi_unknown: '“{{value}}” is not a KPI of the library. Use one of: {{known, listed}}.',
    kpi_empty: 'The KPI is missing. Use one of: {{known, listed}}.',
    market_unknown:
      '“{{value}}” is not a known market. Use one of: {{known, listed}}; leave it empty for the total.',
    market_ambiguous: '“{{value}}” names more than one market. Use the market’s code.',
    service_unknown:
      '“{{value}}” is not a known service. Use one of: {{known, listed}}; leave it empty for all.',
    source_unknown:
      '“{{value}}” is not a known source. Use one of: {{known, listed}}; leave it empty for your own report.',
    source_not_yours:
      'The row says that “{{value}}” measured it, which only its owner can report. Leave the column out, or write {{own}}.',
    other_vendor:
      'This row names “{{value}}”, but the report comes from {{vendor}} ({{name}}). Send your own figures alone.',
    vendor_name_differs:
      'The name “{{value}}” differs from the one registered, {{name}}. Tell us if the company was renamed.',
    below_minimum: '{{value}} is less than is possible: {{limit}} is the least.',
    above_maximum: '{{value}} is more than is possible: {{limit}} is the most.',
    negative_base: 'The denominator {{value}} is negative. Give the number of cases, 0 or more.',
    sample_negative:
      'The sample size {{value}} is negative. Give the number of observations, 0 or more.',
    ratio_incomplete: 'Numerator and denominator go together. Give both, or the value alone.',
    numerator_over_denominator:
      'The numerator {{numerator}} is larger than the denominator {{denominator}}, which a share can’t be. Check both.',
    ratio_disagrees:
      'The value {{value}} is not {{numerator}} of {{denominator}}, which makes {{computed}}. Correct one of the three.',
    ratio_without_base:
      'There is a value {{value}} on a denominator of 0. Leave the value empty, or mend the denominator.',
    duplicate_differs:
      'This is reported twice and differently: {{value}} here, {{other}} in row {{otherRow}}. Keep the right one.',
    not_offered:
      'No offering is registered for service {{service}} in market {{market}}. Check both, or have the offering registered first.',
    far_from_history:
      '{{value}} is far from the last {{months}} months, which lie around {{median}} (usually {{low}} to {{high}}). Say what happened, or mend it.',
    sample_changed:
      'The sample is {{value}} after {{before}} in {{month}}. Say why it changed so much, or mend it.',
    value_repeated:
      '{{value}} is exactly the value of {{month}}. Confirm that it is not a copy, or mend it.',
    parts_exceed_total:
      'The {{parts}} markets add up to {{sum}}, more than the total of {{value}}. Say why, or mend it.',
    differs_from_source:
      'Another source ({{otherSource}}) has {{other}} for this month; the report says {{value}}. Say why, or mend it.',
  },
} as const;
