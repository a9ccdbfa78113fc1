/** The media type of a refusal that programs read, RFC 9457. */
export const PROBLEM_TYPE = 'application/problem+json';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  409: 'Conflict',
  411: 'Length Required',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
  507: 'Insufficient Storage',
};

/**
 * What a program is told when it is refused: `title` names the status, `code` the reason for the program, `detail` the
 * reason in words for whoever looks into it.
 */
export type Problem = {
  type: 'about:blank';
  title: string;
  status: number;
  code?: string;
  detail?: string;
  errors?: readonly Record<string, unknown>[];
};

/** The document of a refusal. */
export function problemOf(
  status: number,
  more: Pick<Problem, 'code' | 'detail' | 'errors'> = {},
): Problem {
  return { type: 'about:blank', title: TITLES[status] ?? 'Error', status, ...more };
}
