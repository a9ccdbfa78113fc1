import type { diligence as english } from '../en/diligence';
import type { SameShape } from '../shape';

export const diligence = {
  identifier: {
    section: '企业标识',
    add: '添加',
    addTitle: '添加企业标识',
    editTitle: '修改企业标识',
    lead: '录入时即校验长度、字符、国家/地区和校验码。',
    empty: '尚无记录。',
    kind: '类型',
    kinds: {
      lei: '全球法人识别编码（LEI）',
      vat: '欧盟增值税号',
      uscc: '统一社会信用代码',
      duns: '邓白氏编码',
    },
    kindHelp: {
      lei: '20 位字母和数字，例如 {{example}}。',
      vat: '含国家字母前缀，例如 {{example}}。',
      uscc: '18 位字母和数字，例如 {{example}}。',
      duns: '9 位数字，例如 {{example}}。',
    },
    value: '号码',
    valueHelp: '空格、连字符、全角和小写会自动规范。',
    save: '保存标识',
    remove: '删除标识',
    removeHelp: '将从登记册中删除，审计日志保留删除前的内容。',
    rival: '另一家供应商也填写了此号码：',
  },
  notice: {
    identifierSaved: '企业标识已保存。',
    identifierRemoved: '企业标识已删除。',
  },
} as const satisfies SameShape<typeof english>;
