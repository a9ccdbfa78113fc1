import { describeFinding } from '~/kpi/describe-finding';
import type { Finding } from '~/kpi/finding';
import { sayFinding } from '~/kpi/finding-words.server';
import { translate } from '~/locales/i18n.server';

/** A finding as the command line says it: where, what is wrong, what would be right. */
export function findingInWords(finding: Finding): string {
  const { where, what } = describeFinding(finding, sayFinding(translate('en')));
  return `${where}: ${what}`;
}
