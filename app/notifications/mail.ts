import type { Language } from '~/locales/languages';
import { mail as english } from '~/locales/en/mail';
import { mail as chinese } from '~/locales/zh-CN/mail';

/** Every letter that the portal writes; its words stand in the locale files. */
export type MailTemplate = keyof typeof english;
export type MailParams = Record<string, string | number | null>;

const words: Record<Language, Record<MailTemplate, { subject: string; body: string }>> = {
  en: english,
  'zh-CN': chinese,
};

/** Subject and text of a letter; `{{name}}` stands for the parameter of that name. */
export function writeMail(
  language: Language,
  template: MailTemplate,
  params: MailParams,
): { subject: string; body: string } {
  const { subject, body } = words[language][template];
  return { subject: filled(subject, params), body: filled(body, params) };
}

function filled(text: string, params: MailParams): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** Letters whose link signs somebody in: only its addressee and administrators may read it. */
const secretTemplates: readonly string[] = [
  'passwordLink',
  'invitation',
  'vendorInvitation',
  'vendorInvitationPlain',
] satisfies MailTemplate[];

/** The letter with its signing-in link left out. */
export function withoutSecrets<Mail extends { template: string; body: string; params: MailParams }>(
  mail: Mail,
): Mail {
  return secretTemplates.includes(mail.template)
    ? { ...mail, body: mail.body.replace(/https?:\/\/\S+/g, '…'), params: {} }
    : mail;
}
