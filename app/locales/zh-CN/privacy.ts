import type { privacy as english } from '../en/privacy';
import type { SameShape } from '../shape';

export const privacy = {
  title: '个人信息',
  erasedPerson: '已删除人员 {{number}}',
  erasedContact: '已删除联系人',
  export: '导出所存个人信息',
  erase: {
    title: '{{name}} 的个人信息',
    lead: '个人有权索取其信息副本，也有权要求删除。删除后无法恢复。',
    notYet: '暂时不能删除',
    submit: '永久删除',
  },
  goes: {
    title: '将被删除的内容',
    name: '姓名和邮箱地址，以“已删除人员”加编号代替。',
    access: '密码、会话、链接、日历订阅地址、访问令牌、已存视图及获授权查看的记录。',
    letters: '发给此人的邮件。',
    contacts: '同一供应商名下使用同一邮箱的联系人。',
    ourContacts: '各供应商名下使用同一邮箱的我方联系人。',
    contact: '该联系人，以及本供应商名下使用同一邮箱的其他联系人。',
    lettersTo: '就本供应商发往该邮箱的邮件。',
    fields:
      '本供应商各项记录中专门填写姓名、且仅含该姓名的字段：行动项负责人、证书持有人、同意免责的人员。',
    trail: '审计日志中的个人信息（包括此前已移除的联系人）：销毁其加密密钥。',
  },
  elsewhere: {
    title: '使用同一邮箱的其他记录',
    lead: '以下各项不会一并删除，须在各自页面上删除。',
    contact: '{{name}}（{{vendor}}的联系人）',
    person: '{{name}}（登录用户）',
    more_other: '其他供应商名下另有 {{count}} 名联系人',
  },
  stays: {
    title: '继续保留的内容及原因',
    entries_other: '此人操作产生的 {{count}} 条审计日志，仅以编号标识：各项决定须可追溯。',
    agreed_other: '{{count}} 项合同审批或签署记录，保留姓名：商事法律要求可举证。',
    signatures_other: '{{count}} 项业务回顾签字，仅以编号标识。',
    uploads_other: '此人提交的 {{count}} 份文件，原样保留。',
    older_other: '启用加密之前的 {{count}} 条审计日志：更改将破坏哈希链。',
    questions: '供应商问卷中提及此人的答案，以及审计日志中的相应记录：',
    letters: '发给他人且提及此姓名的邮件，直至正文到期清除（见“设置”中的保存期限）。',
    words:
      '各方自行填写的文字：原因、备注、纪要，以及除姓名外还有其他内容的字段。如其中可能出现姓名，请人工核查。',
    papers: '文件及已冻结的业务回顾材料，用于证明约定内容。',
    backups: '备份，直至备份被删除。',
  },
  notice: {
    erased: '已删除，姓名以“已删除人员 {{number}}”代替。',
    contactErased: '联系人已删除。',
  },
} as const satisfies SameShape<typeof english>;
