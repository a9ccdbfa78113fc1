import { describeFinding } from '~/kpi/describe-finding';
import type { Finding } from '~/kpi/finding';
import { translate } from '~/locales/i18n.server';

/** A finding as the command line says it: where, what is wrong, what would be right. */
export function findingInWords(finding: Finding): string {
  const t = translate('en');
  const { where, what } = describeFinding(finding, (key, values) =>
    String(t(`findings:${key}` as never, values as never)),
  );
  return `${where}: ${what}`;
}
