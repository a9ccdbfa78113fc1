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
    letters: '发给此人的邮件；发给他人的邮件中出现的姓名。',
    contacts: '各供应商名下使用同一邮箱的联系人。',
    contact: '该联系人，以及各供应商名下使用同一邮箱的联系人。',
    lettersTo: '发往该邮箱的邮件；其他邮件中出现的姓名、邮箱和电话。',
    trail: '审计日志中的个人信息：销毁其加密密钥。',
  },
  stays: {
    title: '继续保留的内容及原因',
    entries_other: '此人操作产生的 {{count}} 条审计日志，仅以编号标识：各项决定须可追溯。',
    agreed_other: '{{count}} 项合同审批或签署记录，保留姓名：商事法律要求可举证。',
    signatures_other: '{{count}} 项业务回顾签字，仅以编号标识。',
    uploads_other: '此人提交的 {{count}} 份文件，原样保留。',
    older_other: '启用加密之前的 {{count}} 条审计日志：更改将破坏哈希链。',
    words: '各方自行填写的文字：原因、备注、纪要、问卷答案。如其中可能出现姓名，请人工核查。',
    papers: '文件及已冻结的业务回顾材料，用于证明约定内容。',
    backups: '备份，直至备份被删除。',
  },
  notice: {
    erased: '已删除，姓名以“已删除人员 {{number}}”代替。',
    contactErased: '联系人已删除。',
  },
} as const satisfies SameShape<typeof english>;
