import type { TFunction } from 'i18next';
import { unitAfterFigure, unitText } from '~/locales/unit-text';
import { describeFinding, findingSubject, type Names, type Say } from './describe-finding';
import type { Finding } from './finding';
import type { KeptFinding } from './finding-queries.server';
import type { SaidFinding } from './report-on-page';

/** The words of findings in a reader's language. */
export function sayFinding(t: TFunction): Say {
  return (key, { unit, limit, ...values }) =>
    t(`findings:${key}` as 'findings:remarks', {
      ...values,
      ...(typeof unit === 'string' && { unit: unitText(t, unit) }),
      ...(limit !== undefined && { limit: withUnit(t, limit, unit) }),
    });
}

/** A figure of a finding with its unit behind it. */
function withUnit(t: TFunction, figure: unknown, unit: unknown): string {
  const after = typeof unit === 'string' ? unitAfterFigure(t, unit) : null;
  if (after === null) return String(figure);
  return after === '%' ? `${String(figure)}%` : `${String(figure)} ${after}`;
}

/** A finding that was kept, in the reader's words; a reviewer's request is in the reviewer's own. */
export function saidFinding(t: TFunction, found: KeptFinding, names: Names): SaidFinding {
  const { id, code, value, comment, commentedBy } = found;
  const base = { id, code, value, comment, commentedBy };
  const say = sayFinding(t);
  if (!isFinding(found)) {
    const subject = [
      found.kpi === null ? null : names.kpi(found.kpi),
      found.period === null ? null : names.month(found.period),
      found.market === null ? null : names.market(found.market),
    ];
    return {
      ...base,
      where: '',
      subject: subject.filter(Boolean).join(t('findings:between')),
      what: comment ?? '',
    };
  }
  return {
    ...base,
    ...describeFinding(found, say, names),
    subject: findingSubject(found, say, names),
  };
}

/** A finding that is not kept, in the reader's words. */
export function saidProblem(t: TFunction, problem: Finding, id: number, names: Names): SaidFinding {
  const say = sayFinding(t);
  const { code, value } = problem;
  const subject = findingSubject(problem, say, names);
  return {
    id,
    code,
    value,
    comment: null,
    commentedBy: null,
    subject,
    ...describeFinding(problem, say, names),
  };
}

/** What the check found, as it came from the check. */
export function isFinding<Kept extends KeptFinding>(found: Kept): found is Kept & Finding {
  return found.severity !== 'request';
}
