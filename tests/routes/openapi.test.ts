import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { MOST_ROWS, USUAL_ROWS } from '~/api/list-size';
import { apiResources } from '~/api/resources.server';
import * as openapi from '~/routes/api.v1.openapi[.]json';
import { freshStore } from '../database';
import { answerOf, contextFor, type Answer } from '../visit';

type Operation = { parameters?: { name: string; in: string; schema: object }[] };
type Document = {
  openapi: string;
  paths: Record<string, { get: Operation; post?: Operation & { responses: object } }>;
  components: { schemas: Record<string, { required?: string[] }> };
};

let answer: Answer;
let document: Document;

beforeAll(async () => {
  const context = contextFor(await freshStore());
  const request = new Request('http://localhost/api/v1/openapi.json');
  answer = await answerOf(() => openapi.loader({ request, params: {}, context }));
  document = JSON.parse(String(answer.body)) as Document;
});

describe('the description of the interface', () => {
  it('is a valid OpenAPI 3.1 document, and is given to anybody', async () => {
    expect(answer.status).toBe(200);
    const validator = new Validator();
    const result = await validator.validate(structuredClone(document));
    expect(result.errors ?? []).toEqual([]);
    expect([result.valid, validator.version]).toEqual([true, '3.1']);
    const broken = { ...structuredClone(document), paths: { vendors: {} } };
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });

  it('has every list and record with its parameters, and the report to be sent', () => {
    const names = Object.keys(apiResources);
    expect(Object.keys(document.paths).sort()).toEqual(
      names.flatMap((name) => [`/${name}`, `/${name}/{id}`]).sort(),
    );
    const parameters = document.paths['/breaches']?.get.parameters ?? [];
    expect(parameters.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['limit', 'cursor', 'sort', 'vendor', 'state', 'from', 'to']),
    );
    expect(parameters.find(({ name }) => name === 'limit')?.schema).toMatchObject({
      ...{ type: 'integer', minimum: 1, maximum: MOST_ROWS, default: USUAL_ROWS },
    });
    expect(Object.keys(document.paths['/reports']?.post?.responses ?? {})).toEqual(
      expect.arrayContaining(['201', '400', '401', '403', '409', '413', '415', '422', '429']),
    );
    expect(document.components.schemas['SentReport']?.required).toEqual(['vendor', 'rows']);
  });

  it('takes reading alone', async () => {
    const context = contextFor(await freshStore());
    const request = new Request('http://localhost/api/v1/openapi.json', { method: 'POST' });
    const refused = await answerOf(() => openapi.action({ request, params: {}, context }));
    expect([refused.status, refused.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  });
});
