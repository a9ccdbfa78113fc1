import type { settings as english } from '../en/settings';
import type { SameShape } from '../shape';

export const settings = {
  title: '设置',
  lead: '适用于全公司的设置。修改立即生效，并记入审计日志。',
  save: '保存设置',
  saved: '设置已保存。',
  readOnly: '仅管理员可修改。',
  house: {
    title: '基本设置',
    portal_address: '系统地址',
    portal_addressHelp: '邮件中的链接以此地址开头。',
    house_currency: '本位币',
    house_currencyHelp: '多币种金额按当期汇率折算为本位币汇总。',
    time_zone: '时区',
    time_zoneHelp: '新用户的默认时区，用户可自行修改，例如 Asia/Shanghai。',
  },
  ranking: {
    title: '备选服务商排名权重',
    help: '各项标准的分值，合计 100 分。已生成的方案保留当时的权重。',
    points: '分',
    performance: '近期绩效',
    readiness: '就绪程度',
    assessment: '评分卡得分',
    switch_time: '切换时间',
    price: '价格',
    risk: '风险',
  },
  approval: {
    title: '合同审批',
    help: '合同由提交人以外的两人批准；按本位币年度金额可减为一人，或要求其中一人为经理。与战略级或优选级供应商的合同须两人批准，战略级须含经理。',
    oneBelow: '一人批准即可，年度金额低于',
    managerFrom: '须含经理，年度金额达到',
  },
  standards: {
    title: '标准条款',
    share: '可由当地覆盖的比例',
    shareHelp: '按标准条款的条数计算，向下取整，其余不可更改。',
  },
  limits: {
    title: '报告文件上限',
    help: '超出任一上限的文件将被拒收并说明原因。',
    fileMegabytes: '文件大小',
    unpackedMegabytes: '解压后大小',
    rows: '行数',
    columns: '列数',
    findings: '列出的错误数',
    megabytes: 'MB',
  },
  vendors: {
    title: '准入中的供应商',
    invitation_days: '邀请有效期',
    invitation_daysHelp: '过期后，链接页面会说明如何申请新的邀请。',
    days: '天',
    document_megabytes: '单份文件大小上限',
    document_megabytesHelp: '证书、合同和佐证材料，每份不得超过。',
  },
} as const satisfies SameShape<typeof english>;
