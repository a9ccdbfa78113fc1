import type { door as english } from '../en/door';
import type { SameShape } from '../shape';

export const door = {
  signIn: {
    title: '登录',
    email: '邮箱地址',
    password: '密码',
    submit: '登录',
    forgotten: '忘记密码？',
    passwordSet: '密码已设置，请登录。',
    signedOut: '您已退出登录。',
    demoTitle: '选择身份体验',
    demoHelp: '点击即可登录演示系统。这些账户仅限在本机使用。',
    demoSubmit: '以{{name}}的身份登录',
  },
  welcome: {
    title: '初始化 Mainstay',
    lead: '系统中尚无数据。首位用户将成为管理员，由其添加其他用户。',
    name: '您的姓名',
    submit: '创建管理员',
    elsewhere: '系统尚未初始化',
    elsewhereHelp:
      '首位管理员须在运行本系统的服务器上创建：请在该服务器上打开本地址，或执行以下命令。',
  },
  reset: {
    title: '重设密码',
    lead: '请输入您的邮箱。如果该邮箱已登记，您将收到一封含链接的邮件，链接仅可使用一次，一小时内有效。',
    submit: '发送链接',
    sentTitle: '请查收邮件',
    sent: '如果该邮箱已登记，链接已发出，仅可使用一次，一小时内有效。几分钟后仍未收到？请检查垃圾邮件，或联系管理员。',
    back: '返回登录',
    newLead: '请为 {{email}} 设置密码。',
    deadTitle: '链接已失效',
    dead: '链接仅可使用一次且有效期较短，新链接发出后旧链接即失效。请重新获取。',
    again: '重新获取链接',
  },
  password: {
    label: '新密码',
    help: '至少 {{min}} 个字符。用几个词连成一句，好记又难猜。',
    save: '保存密码',
  },
} as const satisfies SameShape<typeof english>;
