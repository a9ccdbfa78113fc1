import type { TFunction } from 'i18next';
import { formatPeriod } from '~/shared/period';
import { describeFinding, findingSubject, type Say } from './describe-finding';
import type { Finding } from './finding';
import type { KeptFinding } from './finding-queries.server';
import type { SaidFinding } from './report-on-page';

/** The words of findings in a reader's language. */
export function sayFinding(t: TFunction): Say {
  return (key, values) => t(`findings:${key}` as 'findings:remarks', values);
}

/** A finding that was kept, in the reader's words; a reviewer's request is in the reviewer's own. */
export function saidFinding(t: TFunction, found: KeptFinding): SaidFinding {
  const { id, code, value, comment, commentedBy } = found;
  const base = { id, code, value, comment, commentedBy };
  const say = sayFinding(t);
  if (!isFinding(found)) {
    const subject = [
      found.kpi,
      found.period === null ? null : formatPeriod(found.period),
      found.market,
    ];
    return { ...base, where: '', subject: subject.filter(Boolean).join(', '), what: comment ?? '' };
  }
  return { ...base, ...describeFinding(found, say), subject: findingSubject(found, say) };
}

/** A finding that is not kept, in the reader's words. */
export function saidProblem(t: TFunction, problem: Finding, id: number): SaidFinding {
  const say = sayFinding(t);
  const { code, value } = problem;
  const subject = findingSubject(problem, say);
  return {
    id,
    code,
    value,
    comment: null,
    commentedBy: null,
    subject,
    ...describeFinding(problem, say),
  };
}

/** What the check found, as it came from the check. */
export function isFinding<Kept extends KeptFinding>(found: Kept): found is Kept & Finding {
  return found.severity !== 'request';
}
