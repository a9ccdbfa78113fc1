import type { TFunction } from 'i18next';

/** Certificates that many services ask for: the name under which each is kept, its words, and its name in Chinese. */
const usual = [
  { kept: 'Business licence', word: 'business_licence', chinese: '营业执照' },
  { kept: 'Liability insurance', word: 'liability_insurance', chinese: '责任保险' },
  { kept: 'Safety audit', word: 'safety_audit', chinese: '安全审计' },
] as const;

/** A certificate's name for its reader: a usual one in the reader's language, any other as it was written. */
export function certificateName(kind: string, t: TFunction): string {
  const found = usual.find(({ kept }) => kept === kind);
  return found ? t(`common:certificate.${found.word}`) : kind;
}

/** The name to keep for one that was typed: what is asked for in one language is held in the other. */
export function keptCertificate(typed: string): string {
  const found = usual.find(({ kept, chinese }) =>
    [kept.toLowerCase(), chinese].includes(typed.toLowerCase()),
  );
  return found?.kept ?? typed;
}
