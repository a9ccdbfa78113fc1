import { beforeEach, expect } from 'vitest';
import type { z } from 'zod';
import { pageOf } from '~/api/openapi.server';
import { apiResources } from '~/api/resources.server';
import type { PortalContext } from '~/context';
import * as itemRoute from '~/routes/api.v1.$resource.$id';
import * as listRoute from '~/routes/api.v1.$resource._index';
import { castInto, type Cast } from '../cast';
import { freshStore } from '../database';
import { contextFor, programAs, type Answer, type Visitor } from '../visit';
import { recordEverything, type Records } from './records';

export let context: PortalContext;
export let cast: Cast;
export let own: Records;
export let foreign: Records;
export let petra: Visitor;
export let hanna: Visitor;

/** Begins each test with the records of two vendors and programs that may read them. */
export function recordsForEach() {
  beforeEach(async () => {
    context = contextFor(await freshStore());
    cast = await castInto(context.store);
    own = await recordEverything(context, cast, cast.vendor.harbour, cast.person.hanna);
    foreign = await recordEverything(context, cast, cast.vendor.brittle, cast.person.bruno);
    petra = await programAs(context, cast.person.petra);
    hanna = await programAs(context, cast.person.hanna);
  });
}

export const bodyOf = (answer: Answer) =>
  JSON.parse(String(answer.body)) as Record<string, unknown>;

export type Rows = { data: Record<string, unknown>[]; next_cursor: string | null };

export async function list(who: Visitor, resource: string, search = ''): Promise<Rows> {
  const answer = await who.load(listRoute, `/api/v1/${resource}${search}`, { resource });
  expect(answer.status, `${resource}${search} ${String(answer.body)}`).toBe(200);
  const schema: z.ZodType = pageOf(apiResources[resource as keyof typeof apiResources]);
  return schema.parse(bodyOf(answer)) as Rows;
}

export async function item(who: Visitor, resource: string, id: unknown): Promise<Answer> {
  const text = String(id);
  return who.load(itemRoute, `/api/v1/${resource}/${text}`, { resource, id: text });
}
