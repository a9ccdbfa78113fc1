import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { readingSources } from '~/kpi/reading';
import { sentReport } from '~/kpi/report-body';
import { PROBLEM_TYPE } from '~/shared/problem';
import { API_PATH } from './address';
import { listParameters } from './list-question';
import { reportError } from './report-arrival.server';
import { reportResource } from './report-resource.server';
import type { Resource } from './resource.server';
import { apiResources } from './resources.server';

/** A refusal, RFC 9457. */
export const problemDocument = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string().meta({ description: 'The status in words' }),
    status: z.int(),
    code: z.string().optional().meta({ description: 'The reason, for programs' }),
    detail: z.string().optional().meta({ description: 'The reason, in the reader’s language' }),
    errors: z.array(z.record(z.string(), z.unknown())).optional(),
  })
  .meta({ id: 'Problem' });

/** A question that can't be answered, with every parameter that is not understood. */
export const queryProblem = problemDocument
  .extend({
    errors: z
      .array(
        z.strictObject({
          parameter: z.string(),
          code: z.string(),
          message: z.string(),
          value: z.string().nullable(),
          allowed: z.array(z.string()).optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'QueryProblem' });

/** A report that was refused, with all that is wrong with it. */
export const reportProblem = problemDocument
  .extend({ errors: z.array(reportError) })
  .meta({ id: 'ReportProblem' });

/** A page of a list as it is answered. */
export function pageOf(resource: Resource) {
  return z.strictObject({
    data: z.array(resource.row),
    next_cursor: z
      .string()
      .nullable()
      .meta({ description: 'The `cursor` of the next page; null on the last' }),
  });
}

const json = (schema: z.ZodType) => ({ 'application/json': { schema } });
const problem = (description: string, schema: z.ZodType = problemDocument) => ({
  description,
  content: { [PROBLEM_TYPE]: { schema } },
});

const refusals = {
  '401': problem('No access token, or one that is unknown, expired or revoked'),
  '403': problem('The person may not, or the token may only read'),
  '404': problem('Not there, or not for this reader'),
  '406': problem('Only JSON is answered'),
  '429': problem('Too many requests; `Retry-After` says when to go on'),
  '500': problem('Our fault; the log has the reason'),
  '503': problem('Try again after `Retry-After` seconds'),
} satisfies ZodOpenApiResponsesObject;

const language = z.object({
  'Accept-Language': z
    .string()
    .optional()
    .meta({ description: 'Language of the words; the person’s own where it is left out' }),
});

function lists(name: string, resource: Resource): ZodOpenApiOperationObject {
  const query = Object.entries(listParameters(resource)).map(([parameter, { value, single }]) => [
    parameter,
    single ? value.optional() : z.array(value).optional(),
  ]);
  return {
    operationId: `list_${name}`,
    summary: resource.about,
    tags: [name],
    requestParams: {
      query: z.object(Object.fromEntries(query) as z.ZodRawShape),
      header: language,
    },
    responses: {
      '200': {
        description: 'A page of the list',
        headers: z.object({
          Link: z.string().optional().meta({ description: 'The next page, `rel="next"`' }),
        }),
        content: json(pageOf(resource)),
      },
      '400': problem('A parameter is unknown or can’t be', queryProblem),
      ...refusals,
    },
  };
}

function gives(name: string, resource: Resource): ZodOpenApiOperationObject {
  return {
    operationId: `get_${name}`,
    summary: `One of these: ${resource.about}`,
    tags: [name],
    requestParams: {
      path: z.object({ id: z.string().meta({ description: 'The `id` of its row in the list' }) }),
      header: language,
    },
    responses: {
      '200': { description: 'The record', content: json(resource.item) },
      '400': problem('One record takes no parameters', queryProblem),
      ...refusals,
    },
  };
}

const sending: ZodOpenApiOperationObject = {
  operationId: 'send_report',
  summary: 'Sends a report of KPI readings: all of it is taken, or none',
  tags: ['reports'],
  requestParams: {
    header: language.extend({
      'Idempotency-Key': z
        .string()
        .regex(/^[\x21-\x7e]{1,200}$/)
        .optional()
        .meta({
          description:
            'Makes a retry safe for seven days: the same key with the same body has the same answer',
        }),
    }),
    query: z.object({
      vendor: z.string().optional().meta({ description: 'For CSV: code of the vendor' }),
      source: z.enum(readingSources).optional().meta({ description: 'For CSV' }),
      comment: z.string().optional().meta({ description: 'For CSV' }),
    }),
  },
  requestBody: {
    required: true,
    content: {
      ...json(sentReport),
      'text/csv': { schema: z.string().meta({ description: 'A report file as it is uploaded' }) },
    },
  },
  responses: {
    '201': { description: 'The report was sent', content: json(reportResource.item) },
    '200': {
      description: 'The same report had come before; nothing changed',
      content: json(reportResource.item),
    },
    '400': problem('The body is no JSON, or the key can’t be one'),
    '409': problem('The report was thrown away meanwhile'),
    '413': problem('The body is larger than the setting allows, or too large for JSON'),
    '415': problem('Only JSON and CSV are read'),
    '422': problem('Something is wrong with the report; nothing of it was kept', reportProblem),
    ...refusals,
  },
};

let made: { address: string; document: ReturnType<typeof makeDocument> } | null = null;

/** The description of the interface, made once of the schemas that answer and check: anybody may ask for it. */
export function openApiDocument(address: string) {
  if (made?.address !== address) made = { address, document: makeDocument(address) };
  return made.document;
}

function makeDocument(address: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const [name, resource] of Object.entries<Resource>(apiResources)) {
    paths[`/${name}`] = { get: lists(name, resource) };
    paths[`/${name}/{id}`] = { get: gives(name, resource) };
  }
  paths['/reports'] = { ...paths['/reports'], post: sending };
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Mainstay',
      version: '1.0.0',
      description:
        'Reads the records of the portal and sends reports. A program acts as the person who made its access token, and sees what that person sees.',
    },
    servers: [{ url: `${address}${API_PATH}` }],
    security: [{ token: [] }],
    tags: Object.entries<Resource>(apiResources).map(([name, { about }]) => ({
      name,
      description: about,
    })),
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    paths,
  });
}
