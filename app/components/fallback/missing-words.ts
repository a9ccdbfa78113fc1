import type { Voice } from '~/fallback/failure-words';
import type { Missing } from '~/fallback/missing';
import { certificateName } from '~/vendors/certificate-name';

/** What a candidate lacks, as an entry of a list. */
export function missingWords(missing: Missing, { t, date }: Voice): string {
  switch (missing.what) {
    case 'test_too_old':
      return t('fallback:missing.test_too_old', { date: missing.on ? date(missing.on) : '' });
    case 'condition_open':
      return missing.dueOn === null
        ? t('fallback:missing.condition_open', { title: missing.title })
        : t('fallback:missing.condition_due', {
            title: missing.title,
            date: date(missing.dueOn),
          });
    case 'certificate_ends':
      return t('fallback:missing.certificate_ends', {
        kind: certificateName(missing.kind, t),
        date: date(missing.expiresOn),
      });
    default:
      return t(`fallback:missing.${missing.what}`);
  }
}
