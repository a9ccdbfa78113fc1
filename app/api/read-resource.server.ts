import type { TFunction } from 'i18next';
import { readListQuestion, type QueryProblem } from './list-question';
import { jsonAnswer, type ApiHandler } from './answer.server';
import { refusal } from './refusal.server';
import { keptList } from '~/shared/kept-list';
import { filtersFor, type Resource } from './resource.server';

/** Answers with a page of a list, and where the next one begins. */
export function listOf(resource: Resource): ApiHandler {
  return async (visit, { request }) => {
    const { t, scope } = visit;
    visit.require(resource.needs);
    const url = new URL(request.url);
    const askable = { ...resource, filters: filtersFor(resource, scope) };
    const read = readListQuestion(url.searchParams, askable);
    if (!read.ok) throw refuseQuery(t, read.problems, Object.keys(askable.filters));
    const page = await resource.page(visit, read.question);
    if (!page) throw refusal(t, 400, 'cursor_unknown');
    return jsonAnswer(
      { data: page.data, next_cursor: page.next },
      page.next === null ? {} : { headers: { Link: nextLink(url, page.next) } },
    );
  };
}

/** Answers with one record. */
export function oneOf(resource: Resource): ApiHandler {
  return async (visit, { params, request }) => {
    visit.require(resource.needs);
    const unknown = [...new URL(request.url).searchParams.keys()];
    if (unknown.length > 0)
      throw refuseQuery(
        visit.t,
        unknown.map((parameter) => ({ parameter, code: 'unknown', value: null, allowed: null })),
        [],
      );
    const row = await resource.find(visit, params['id'] ?? '');
    if (!row) throw refusal(visit.t, 404, 'not_found');
    return jsonAnswer(row);
  };
}

function nextLink(url: URL, cursor: string): string {
  const params = new URLSearchParams(url.searchParams);
  params.set('cursor', cursor);
  return `<${url.pathname}?${params.toString()}>; rel="next"`;
}

function refuseQuery(t: TFunction, problems: readonly QueryProblem[], filters: readonly string[]) {
  const known = ['limit', 'cursor', 'sort', ...filters];
  const errors = problems.map(({ parameter, code, value, allowed }) => {
    const choices = allowed ?? (code === 'unknown' ? known : null);
    return {
      parameter,
      code,
      message: t(`api:query.${code}`, {
        parameter,
        value: value ?? '',
        allowed: keptList(choices ?? []),
      }),
      value,
      ...(choices && { allowed: choices }),
    };
  });
  return refusal(t, 400, 'query_invalid', { errors });
}
