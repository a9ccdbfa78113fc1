import type { vendors as english } from '../../en/errors/vendors';
import type { SameShape } from '../../shape';

export const vendors = {
  address_of_house: '{{value}} 是我方人员使用的邮箱域名，不能代表供应商。请使用供应商的邮箱。',
  vendor_code_taken: '{{value}} 已是“{{vendor}}”的编码，请换一个。',
  vendor_alike: '是否就是已登记的“{{vendor}}”（{{code}}）？',
  identifier_characters:
    '含有不允许的字符：{{signs}}。$t(diligence:identifier.kinds.{{kind}})示例：{{example}}。',
  identifier_length:
    '当前 {{found}} 位，应为 {{needed}} 位。$t(diligence:identifier.kinds.{{kind}})示例：{{example}}。',
  identifier_country:
    '“{{value}}”不是欧盟成员国的字母前缀。请以国家字母开头，例如 {{example}}；北爱尔兰为 XI。',
  identifier_form:
    '字母与数字的位置不正确。$t(diligence:identifier.kinds.{{kind}})示例：{{example}}。',
  identifier_check: '校验码不符，可能有一位写错或两位颠倒。请与原件核对；示例：{{example}}。',
  identifier_twice: '该供应商已有 {{value}}。',
  identifier_taken: '{{value}} 已属于 {{vendor}}（{{code}}）。请先在该供应商处修改。',
  identifier_taken_elsewhere: '{{value}} 属于您数据范围以外的供应商，请向管理员核实。',
  identifier_row_twice: '与第 {{first}} 行号码相同。一个号码只能属于一家供应商。',
  import_out_of_reach: '文件会涉及所有供应商，而您只能看到一部分。请由可看到全部的人员导入。',
  status_not_by_file: '状态须由有权人员在供应商页面变更，请将此单元格留空。',
  price_without_currency: '请填写单价的币种。',
  level_missing: '请选择该联系人所在的升级层级。',
  contact_unreachable: '请填写邮箱或电话。',
  market_needs_parent: '请选择所属的上级市场。',
  market_root_has_parent: '全球级市场没有上级：请将上级留空，或改选其他级别。',
  market_level_order: '上级市场的级别必须更高：城市可隶属国家、区域或全球。',
  market_level_below: '其下有级别相同或更高的市场，请先修改下级。',
  market_out_of_reach: '请选择您权限范围内的上级市场。',
  market_cycle: '市场不能隶属于自身。请选择其外部的上级市场。',
  vendor_unknown: '没有使用该编码的供应商。请输入已登记供应商的编码。',
  vendor_group_cycle: '这样会使供应商成为自己的上级，请另选。',
  vendor_status_not_allowed:
    '“$t(common:vendorState.{{from}})”之后不能变为“$t(common:vendorState.{{to}})”。',
  vendor_not_contractable:
    '{{name}}为“$t(common:vendorState.{{status}})”状态，须先完成准入，方可提交、批准和签署合同。',
  vendor_active_needs_contract: '供应商须有生效中的合同才能转为合作中。请先使合同生效。',
  vendor_tier_missing: '请先回答分级的四个问题：层级决定由谁批准准入。',
  vendor_approver_manager: '该层级的供应商须由服务经理批准准入。',
  offering_twice: '该供应商已在 {{market}} 提供 {{service}}，请修改已有条目。',
  range_reversed: '最大值不能小于最小值 {{min}}。',
  sample_is_itself: '指标不能以自身作为样本量。请另选或留空。',
  code_is_fixed: '编码保持为 {{value}}：合同和文件以此引用该指标。',
  heading_shared: '“{{value}}”同时也是 {{kpi}} 的名称，报告将无法区分，请改用其他名称。',
  residual_above_inherent: '应对后的风险不能高于应对前的 {{score}} 分。',
  markets_without_services: '请填写供应商在这些市场提供的服务。',
  not_listed: '登记册中没有该项。请先登记，或使用 --create 导入。',
} as const satisfies SameShape<typeof english>;
