import { z } from 'zod';
import { optionalWhole, requiredCode, requiredText, wordList } from '~/shared/fields';
import { keptCertificate } from './kept-certificate';

/** What is bought: its names, the certificates it asks for, and within how many days it must be back after a failure. */
export const serviceFields = z.object({
  code: requiredCode(),
  nameEn: requiredText(120),
  nameZh: requiredText(120),
  requiredCertificates: wordList(80).transform((names) => [...new Set(names.map(keptCertificate))]),
  recoveryDays: optionalWhole({ min: 0, max: 3650 }),
});
