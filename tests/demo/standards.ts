import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { readSlaTerm } from '~/contracts/sla-term';
import { listStandards, loadStandard } from '~/contracts/standard-queries.server';
import { everything } from '~/auth/act';
import { loader } from '~/routes/_app.standards.$standardId._index';
import { demoPeople } from '~db/demo/people';
import { publishedStandards } from '~db/demo/standards';
import { people } from '~db/schema/auth';
import type { Store } from '~db/store.server';
import { contextFor, visitAs } from '../visit';

/** Of the demo: every published SLA text is there as a standard, and its page says what no term can. */
export function standardTests(demo: () => Store): void {
  it('has a standard for every published text, and none of them is followed', async () => {
    const published = JSON.parse(
      readFileSync(new URL('../data/sla-terms/tiers.json', import.meta.url), 'utf8'),
    ) as { id: string }[];
    const held = await listStandards(demo().read, everything);
    const codes = held.map(({ standard }) => standard.code);
    for (const { id } of published) expect(codes).toContain(id);
    expect(publishedStandards.map(({ code }) => code).sort()).toEqual(
      published.map(({ id }) => id).sort(),
    );
    for (const { standard, contracts } of held)
      if (published.some(({ id }) => id === standard.code)) expect(contracts).toBe(0);
  });

  describe.each(publishedStandards)('the standard $code', (text) => {
    it('says the terms of its document, term by term', async () => {
      const standard = await loadStandard(demo().read, await idOf(demo(), text.code));
      expect(text.terms.length).toBeGreaterThan(0);
      const said = text.terms.map((document) => {
        const read = readSlaTerm(document);
        if (!read.ok) throw new Error(`a term of ${text.code} can't be read`);
        return read.value;
      });
      expect(standard?.texts.map((one) => one.said)).toEqual(said);
    });

    it.each([
      ['en', demoPeople.petra.email],
      ['zh', demoPeople.chen.email],
    ] as const)('names on its page what no term can say (%s)', async (language, email) => {
      const id = await idOf(demo(), text.code);
      const visitor = await visitAs(contextFor(demo()), await personOf(demo(), email));
      const { status, body } = await visitor.load({ loader }, `/standards/${id}`, {
        standardId: id,
      });
      expect(status).toBe(200);
      const page = body as { title: string; limits: string[]; terms: unknown[] };
      expect(page.title).toBe(language === 'en' ? text.nameEn : text.nameZh);
      expect(page.terms).toHaveLength(text.terms.length);
      expect(page.limits).toEqual(text.limits.map((limit) => limit[language]));
      expect(page.limits.length).toBeGreaterThan(0);
      for (const limit of page.limits)
        expect(limit).toMatch(language === 'en' ? /^[A-Z].{20,}\.$/ : /\p{Script=Han}.*。$/u);
    });
  });
}

async function idOf({ read }: Store, code: string): Promise<number> {
  const held = await listStandards(read, everything);
  return held.find(({ standard }) => standard.code === code)?.standard.id ?? 0;
}

async function personOf({ read }: Store, email: string): Promise<{ id: number }> {
  const [person] = await read.select({ id: people.id }).from(people).where(eq(people.email, email));
  if (!person) throw new Error(`there is no ${email}`);
  return person;
}
