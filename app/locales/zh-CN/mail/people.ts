import type { people as english } from '../../en/mail/people';
import type { SameShape } from '../../shape';

export const people = {
  passwordLink: {
    subject: '设置您的 Mainstay 密码',
    body: '{{name}}，您好：\n\n请通过以下链接为 {{email}} 设置新密码。链接仅可使用一次，{{hours}} 小时内有效：\n\n{{link}}\n\n如果您并未要求重设密码，请忽略本邮件，原密码保持不变。\n\nMainstay',
  },
  invitation: {
    subject: '您的 Mainstay 账户已开通',
    body: '{{name}}，您好：\n\n您的 Mainstay 账户（{{email}}）已开通。请通过以下链接设置密码，链接仅可使用一次，{{hours}} 小时内有效：\n\n{{link}}\n\nMainstay',
  },
  vendorInvitation: {
    subject: '{{vendor}}：供应商邀请',
    body: '{{name}}，您好！\n\n我们希望就以下服务进一步了解 {{vendor}}：{{services}}。\n\n请在门户中填报贵司资料。以下链接可登录一次，{{days}} 天内有效：\n\n{{link}}\n\n内容可随时保存、稍后继续，问卷也可用 Excel 填写。\n\nMainstay',
  },
  vendorInvitationPlain: {
    subject: '{{vendor}}：供应商邀请',
    body: '{{name}}，您好！\n\n我们希望进一步了解 {{vendor}}，请在门户中填报贵司资料。以下链接可登录一次，{{days}} 天内有效：\n\n{{link}}\n\n内容可随时保存、稍后继续，问卷也可用 Excel 填写。\n\nMainstay',
  },
  colleagueInvited: {
    subject: '{{name}} 是否代表 {{vendor}}？',
    body: '{{by}} 拟邀请 {{name}}（{{email}}）代表 {{vendor}} 登录。在贵司人员或我方另一名同事确认之前，不会向此人发送任何邮件。\n\n如认识此人请确认，否则请拒绝：{{link}}\n\nMainstay',
  },
  invitationRefused: {
    subject: '{{vendor}}：您对 {{name}} 的邀请已被拒绝',
    body: '{{by}} 拒绝了您邀请 {{name}}（{{email}}）代表 {{vendor}} 登录的提议，未向此人发送任何邮件。\n\n可在此查看邀请情况，如确有需要可再次提出：{{link}}\n\nMainstay',
  },
} as const satisfies SameShape<typeof english>;
