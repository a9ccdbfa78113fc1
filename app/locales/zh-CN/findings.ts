import type { findings as english } from '../en/findings';
import type { SameShape } from '../shape';

/** KPI 报告中的错误与提示：问题是什么、应当怎样填写；位置写在前面。 */
export const findings: SameShape<typeof english> = {
  remarks: '需要修正',
  where: {
    cell: '第 {{row}} 行“{{column}}”列',
    cellInSheet: '工作表“{{sheet}}”第 {{row}} 行“{{column}}”列',
    row: '第 {{row}} 行',
    rowInSheet: '工作表“{{sheet}}”第 {{row}} 行',
    sheet: '工作表“{{sheet}}”',
    file: '整份报告',
  },
  subject: {
    total: '{{kpi}}，{{month}}，合计',
    market: '{{kpi}}，{{month}}，{{market}}',
  },
  between: '，',
  omitted_other: '另有 {{count}} 条未列出，请先修正以上内容再提交。',
  source: {
    system_log: '我方系统',
    third_party_audit: '第三方审计',
    customer_feedback: '客户反馈',
    internal_review: '内部复核',
    vendor_report: '供应商报告',
  },
  severity: { error: '错误', warning: '提示' },
  code: {
    file_empty: '文件是空的。请提交含表头和至少一行数据的文件。',
    file_too_large:
      '文件大小为 {{megabytes}} MB，上限为 {{limit}} MB。请按月拆分，或删去与报告无关的内容。',
    file_unpacks_too_large:
      '该工作簿解压后达 {{megabytes}} MB，远超报告所需。请把数据复制到新工作簿后再提交。',
    file_damaged: '工作簿已损坏，无法打开。请用 Excel 打开并另存为 .xlsx 后重新提交。',
    file_is_old_excel:
      '这是旧版 Excel 文件（.xls）。请打开后另存为“Excel 工作簿 (.xlsx)”或“CSV UTF-8”。',
    file_is_macro_workbook: '该工作簿含有宏，不予接收。请另存为不含宏的“Excel 工作簿 (.xlsx)”。',
    file_is_binary_workbook:
      '这是二进制工作簿（.xlsb）。请另存为“Excel 工作簿 (.xlsx)”或“CSV UTF-8”。',
    file_is_protected: '该工作簿设有密码。请取消密码后保存并重新提交。',
    file_is_open_document:
      '这是 OpenDocument 表格（.ods）。请另存为“Excel 工作簿 (.xlsx)”或“CSV UTF-8”。',
    file_is_word: '这是 Word 文档。请把数据放入工作簿（.xlsx）或 CSV 文件。',
    file_is_powerpoint: '这是 PowerPoint 文件。请把数据放入工作簿（.xlsx）或 CSV 文件。',
    file_is_archive: '这是压缩包。请解压后直接提交其中的工作簿（.xlsx）或 CSV 文件。',
    file_is_pdf: '这是 PDF，无法可靠读取数据。请提交生成它的工作簿（.xlsx）或 CSV 文件。',
    file_is_image: '这是图片。请以工作簿（.xlsx）或 CSV 文件提交数据。',
    file_is_web_page:
      '无论文件名如何，其内容是网页；有些系统会这样导出表格。请用 Excel 打开后另存为“Excel 工作簿 (.xlsx)”。',
    file_is_xml: '这是 XML 文件。请另存为“Excel 工作簿 (.xlsx)”或“CSV UTF-8”。',
    file_is_json: '这是 JSON 文件，应由程序通过接口提交；此处请提交工作簿（.xlsx）或 CSV 文件。',
    file_is_binary: '该文件既不是工作簿（.xlsx），也不是文本文件（CSV）。请提交其中一种。',
    file_named_workbook_is_text:
      '“{{name}}”的扩展名是工作簿，内容却是文本。请把扩展名改为 .csv，或另存为真正的工作簿。',
    file_named_text_is_workbook:
      '“{{name}}”的扩展名是文本，内容却是工作簿。请把扩展名改为 .xlsx，或另存为 CSV UTF-8。',
    encoding_broken: '文件标明为 {{encoding}} 编码，但部分字节不符。请重新另存为“CSV UTF-8”。',
    encoding_mixed: '文件混用了两种编码：自该行起有内容不是 UTF-8。请把整个文件另存为“CSV UTF-8”。',
    encoding_unknown:
      '自该行起无法识别文件编码。可读取 UTF-8、UTF-16 和 GB18030，请另存为“CSV UTF-8”。',
    quote_not_closed: '此处有一个引号未闭合。请补上引号；文本中的引号须写两遍（""）。',
    quote_followed_by_text:
      '闭合引号之后还有文字。请在引号后直接写分隔符；文本中的引号须写两遍（""）。',
    cell_too_long:
      '该单元格超过 {{limit}} 个字符，已超出电子表格的上限。请检查是否缺少引号或换行。',
    too_many_columns: '文件有 {{columns}} 列，上限为 {{limit}} 列。请只保留报告所需的列。',
    too_many_new_markets:
      '这些行包含 {{count}} 个未登记的市场；一份报告最多可新增 {{limit}} 个。请检查市场列是否选对。',
    too_many_rows: '文件超过 {{limit}} 行。请按月拆分。',
    header_not_found: '找不到表头行。请在数据上方加一行表头，写明月份和各项指标。',
    no_rows: '只有表头，没有数据行。请至少填写一行。',
    column_unknown:
      '无法识别“{{value}}”列。请指定它对应的指标或字段，或选择忽略该列。可用指标：{{known, listed}}。',
    column_twice: '“{{value}}”列重复出现。请保留其中一列。',
    period_column_missing: '没有月份列。请增加“月份”列，写法如 2023-07。',
    kpi_column_missing:
      '没有指标列。请用指标代码或名称作列名，或增加“指标”和“数值”两列。可用指标：{{known, listed}}。',
    value_column_missing: '有指标列而无数值。请增加“数值”列，或“分子”和“分母”两列。',
    mapping_column_missing:
      '该供应商的列对应关系需要“{{value}}”列，文件中没有。请补上，或重新设定对应关系。',
    sheet_not_read: '该工作表含有数字，但没有月份和指标，已跳过。如属报告内容，请补上表头。',
    cells_beyond_header:
      '该行在最后一个列名之后还有内容：“{{value}}”。含分隔符的单元格（如 73,52）请加引号，或为该列补上列名。',
    period_unreadable: '“{{value}}”不是月份。请写成 2023-07 的形式。',
    period_ambiguous: '“{{value}}”可能指两个不同的月份。请写成 2023-07 的形式。',
    period_empty: '缺少月份。请写成 2023-07 的形式。',
    period_in_future: '{{month}} 尚未到来，最晚可报告 {{latest}}。',
    period_not_over: '{{month}} 尚未结束。请说明提前报告的原因，或待月末后再报。',
    number_unreadable: '“{{value}}”不是数字。请只写数字，如 79.5；没有数值时留空。',
    number_ambiguous:
      '“{{value}}”中的符号既可能是小数点，也可能是千位分隔符；已把“{{sign}}”当作小数点。请核对，或不要使用千位分隔符。',
    percent_for_other_unit: '“{{value}}”是百分数，而该列的单位是“{{unit}}”。请按该单位填写。',
    formula_without_value:
      '单元格中的公式没有计算结果（{{value}}）。请在 Excel 中保存后再提交，或直接填写数字。',
    kpi_unknown: '“{{value}}”不在指标库中。可用：{{known, listed}}。',
    kpi_empty: '缺少指标。可用：{{known, listed}}。',
    market_unknown: '“{{value}}”不是已登记的市场。可用：{{known, listed}}；合计请留空。',
    market_ambiguous: '“{{value}}”对应多个市场，请使用市场代码。',
    service_unknown: '“{{value}}”不是已登记的服务。可用：{{known, listed}}；全部服务请留空。',
    source_not_yours:
      '此行注明由“{{value}}”计量，该来源的数据只能由其本方提供。请删除该列，或填写 {{own}}。',
    source_unknown: '“{{value}}”不是已知来源。可用：{{known, listed}}；贵司自行报告请留空。',
    other_vendor:
      '该行写的是“{{value}}”，而报告由 {{vendor}}（{{name}}）提交。请只提交本公司的数据。',
    vendor_name_differs: '名称“{{value}}”与登记名称“{{name}}”不一致。如公司已更名，请告知。',
    below_minimum: '{{value}} 低于可能的最小值 {{limit}}。',
    above_maximum: '{{value}} 超过可能的最大值 {{limit}}。',
    negative_base: '分母 {{value}} 为负数。请填写 0 或更大的数。',
    sample_negative: '样本量 {{value}} 为负数。请填写 0 或更大的数。',
    ratio_incomplete: '分子和分母须同时填写，或只填数值。',
    numerator_over_denominator:
      '分子 {{numerator}} 大于分母 {{denominator}}，占比不可能如此。请核对两者。',
    ratio_disagrees:
      '数值 {{value}} 与 {{numerator}} ÷ {{denominator}} 的结果 {{computed}} 不符。请修正其中之一。',
    ratio_without_base: '分母为 0，却填了数值 {{value}}。请把数值留空，或修正分母。',
    duplicate_differs:
      '同一项报告了两次且不一致：此处为 {{value}}，第 {{otherRow}} 行为 {{other}}。请保留正确的一个。',
    not_offered: '市场 {{market}} 的服务 {{service}} 没有登记供应。请核对，或先登记供应。',
    far_from_history:
      '{{value}} 与最近 {{months}} 个月相差很大，通常在 {{low}} 至 {{high}} 之间，中位数为 {{median}}。请说明原因或修正。',
    sample_changed: '样本量为 {{value}}，而{{month}}为 {{before}}。请说明变化原因或修正。',
    value_repeated: '{{value}} 与 {{month}} 的数值完全相同。请确认并非照抄，或修正。',
    parts_exceed_total: '{{parts}} 个市场合计 {{sum}}，超过总数 {{value}}。请说明原因或修正。',
    differs_from_source:
      '另一来源（{{otherSource}}）本月为 {{other}}，报告为 {{value}}。请说明原因或修正。',
  },
};
