import type { Language } from '~/locales/languages';
import { mail as english } from '~/locales/en/mail';
import { mail as chinese } from '~/locales/zh-CN/mail';
import { isDate } from '~/shared/calendar';
import { formatDate, formatListed, formatMonth } from '~/shared/format';
import { parsePeriod } from '~/shared/period';

/** Every letter that the portal writes; its words stand in the locale files. */
export type MailTemplate = keyof typeof english;
/** What a letter says by a name of its own in each language: a KPI, a place. */
export type EachLanguage = Record<Language, string>;
type Said = string | number | null | EachLanguage;
/** A list is written as the language lists things. */
export type MailParams = Record<string, Said | readonly (string | EachLanguage)[]>;

type Words = { body: string } & (
  { subject: string } | { subject_one?: string; subject_other: string }
);

const words: Record<Language, Record<MailTemplate, Words>> = {
  en: english,
  'zh-CN': chinese,
};

/** Parameters that are days or months. */
const TIMES: ReadonlySet<string> = new Set([
  'date',
  'due',
  'from',
  'grace',
  'meets',
  'period',
  'periods',
  'to',
  'until',
]);

/**
 * Subject and text of a letter; `{{name}}` stands for the parameter of that name. Days and months come as they are
 * stored and are written as the language does; a subject that counts has words for one.
 */
export function writeMail(
  language: Language,
  template: MailTemplate,
  params: MailParams,
): { subject: string; body: string } {
  const letter = words[language][template];
  return {
    subject: filled(subjectOf(letter, params), params, language),
    body: filled(letter.body, params, language),
  };
}

function subjectOf(letter: Words, { count }: MailParams): string {
  if ('subject' in letter) return letter.subject;
  return (count === 1 ? letter.subject_one : undefined) ?? letter.subject_other;
}

function filled(text: string, params: MailParams, language: Language): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const given = params[name] ?? '';
    return isList(given)
      ? formatListed(
          given.map((one) => saidIn(language, name, one)),
          language,
        )
      : saidIn(language, name, given);
  });
}

function isList(given: MailParams[string]): given is readonly (string | EachLanguage)[] {
  return Array.isArray(given);
}

function saidIn(language: Language, name: string, given: Said): string {
  const value = String(given !== null && typeof given === 'object' ? given[language] : given);
  if (name === 'lines') return linesInLetter(value, language);
  return TIMES.has(name) ? inLetter(value, language) : value;
}

/** Lines that begin with the month of which they speak; a contract may bear a number that looks like one. */
function linesInLetter(text: string, language: Language): string {
  return text.replace(
    /^(- )?(\d{4}-\d{2})(?=,| {2})/gm,
    (_, dash: string | undefined, month: string) => `${dash ?? ''}${inLetter(month, language)}`,
  );
}

/**
 * A text with its days `2024-01-31` and months `2024-01` as the language writes them; other numbers stay. A letter is
 * searched and copied: it has common spaces where a page has those that do not break.
 */
export function inLetter(text: string, language: Language): string {
  return text
    .replace(/(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/g, (day) =>
      isDate(day) ? formatDate(day, language) : day,
    )
    .replace(/(?<![\w-])\d{4}-(?:0[1-9]|1[0-2])(?![\w-])/g, (month) => monthText(month, language))
    .replace(/\u00a0/g, ' ')
    .replace(/\u2060/g, '');
}

function monthText(text: string, language: Language): string {
  const period = parsePeriod(text);
  return period === null ? text : formatMonth(period, language);
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
