import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import * as reportPage from '~/routes/_app.reports.$reportId._index';
import { takeNotice } from '~/components/notice.server';
import * as acceptance from '~/routes/_app.reports.$reportId.acceptance';
import * as mapping from '~/routes/_app.reports.$reportId.mapping';
import * as rememberedMapping from '~/routes/_app.reports.$reportId.remembered-mapping';
import * as returning from '~/routes/_app.reports.$reportId.return';
import * as submission from '~/routes/_app.reports.$reportId.submission';
import * as list from '~/routes/_app.reports._index';
import * as newReport from '~/routes/_app.reports.new';
import * as upload from '~/routes/_app.uploads.$uploadId';
import { breaches } from '~db/schema/cases';
import { reportFindings, reports } from '~db/schema/kpi';
import { visitAs } from '../visit';
import {
  visitorsForEach,
  store,
  cast,
  context,
  hanna,
  bruno,
  mona,
  text,
  send,
  work,
  reportIdOf,
  sendGood,
  submit,
  stateOf,
} from './report-visits';

visitorsForEach();

describe('a report', () => {
  it('with more warnings than a page shows is sent with one comment for all of them', async () => {
    const reportId = await sendGood(bruno, '2023-12', '72');
    await store.transact(async (tx) => {
      const warning = { reportId, severity: 'warning', code: 'unusual' } as const;
      const many = Array.from({ length: 2100 }, (_, row) => ({ ...warning, row }));
      await tx.insertMany(reportFindings, many);
    });
    const path = `/reports/${reportId}/submission`;
    const answer = await bruno.send(submission, path, { 'comment.all': 'storm' }, { reportId });
    expect(answer.status).toBe(302);
    expect(await stateOf(reportId)).toBe('submitted');
  });

  it('of our own measurement tells its vendor the figures, not our words, names and file', async () => {
    const fields = { vendor: 'BRITTLE', source: 'internal_review' };
    const file = text('Month,OTD_PCT\n2023-12,71\n');
    const { location } = await send(mona, file, 'secret-count.csv', fields);
    const reportId = reportIdOf(location);
    await submit(mona, reportId);
    const marek = await visitAs(context, cast.person.marek);
    const note = { note: 'they will not like it' };
    await marek.send(acceptance, `/reports/${reportId}/acceptance`, note, { reportId });
    expect(await stateOf(reportId)).toBe('accepted');
    const page = await bruno.load(reportPage, `/reports/${reportId}`, { reportId });
    expect(page.body).toMatchObject({ content: { view: 'settled', table: { total: 1 } } });
    const said = JSON.stringify(page.body);
    const ours = ['as agreed', 'checked', 'they will not like it', 'secret-count', 'Mona', 'Marek'];
    expect(ours.filter((word) => said.includes(word))).toEqual([]);
    const { body: listed } = await bruno.load(list, '/reports');
    expect((listed as { rows: { id: number }[] }).rows.map(({ id }) => id)).toContain(reportId);
    expect(JSON.stringify(listed)).not.toContain('secret-count');
    const search = '/reports?q=secret-count';
    expect((await bruno.load(list, search)).body).toMatchObject({ rows: [] });
    expect((await mona.load(list, search)).body).toMatchObject({ rows: [{ id: reportId }] });
    const seen = JSON.stringify(
      (await mona.load(reportPage, `/reports/${reportId}`, { reportId })).body,
    );
    expect(
      ['as agreed', 'they will not like it', 'secret-count'].filter((word) => !seen.includes(word)),
    ).toEqual([]);
    const [{ uploadId = 0 } = {}] = await store.read
      .select()
      .from(reports)
      .where(eq(reports.id, reportId));
    expect(
      (await bruno.load(upload, `/uploads/${uploadId}`, { uploadId: uploadId ?? 0 })).status,
    ).toBe(404);
    expect(
      (await mona.load(upload, `/uploads/${uploadId}`, { uploadId: uploadId ?? 0 })).status,
    ).toBe(200);
  });

  it('goes from the form to the breach: read, submitted, accepted, evaluated', async () => {
    const reportId = await sendGood(bruno, '2023-12', '60');
    const page = await bruno.load(reportPage, `/reports/${reportId}`, { reportId });
    expect(page.body).toMatchObject({ content: { view: 'draft', table: { total: 1 } } });
    expect(await submit(bruno, reportId)).toMatchObject({ status: 302 });
    expect(await stateOf(reportId)).toBe('submitted');
    const review = await mona.load(reportPage, `/reports/${reportId}`, { reportId });
    expect(review.body).toMatchObject({
      viewer: { canReview: true, isSender: false },
      content: {
        view: 'review',
        targets: [{ kpi: 'OTD_PCT', target: '80' }],
        differences: { counts: { changed: 1 } },
      },
    });
    const path = `/reports/${reportId}/acceptance`;
    const long = await mona.send(acceptance, path, { note: 'x'.repeat(5000) }, { reportId });
    const notice = long.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const { flash } = await takeNotice(
      new Request('http://localhost/', { headers: { Cookie: notice } }),
    );
    expect(flash).toMatchObject({ key: 'errors:too_long', refused: true });
    expect(await stateOf(reportId)).toBe('submitted');
    await mona.send(acceptance, path, { note: '' }, { reportId });
    await work();
    expect(await stateOf(reportId)).toBe('accepted');
    const found = await store.read.$count(breaches, eq(breaches.vendorId, cast.vendor.brittle.id));
    expect(found).toBeGreaterThan(0);
    const settled = await mona.load(reportPage, `/reports/${reportId}`, { reportId });
    expect(settled.body).toMatchObject({
      content: { view: 'settled', links: { breaches: { count: 1 } } },
    });
  });

  it('with warnings is refused without comments, and keeps those that were given', async () => {
    const { location } = await send(bruno, text('Month,OTD_PCT\n2023-12,20\n'), 'odd.csv');
    const reportId = reportIdOf(location);
    const path = `/reports/${reportId}/submission`;
    const refused = await bruno.send(submission, path, { note: 'half done' }, { reportId });
    expect(refused).toMatchObject({
      status: 422,
      body: {
        refusal: { reason: { code: 'warnings_need_comments' } },
        values: { note: 'half done' },
      },
    });
    expect(
      await bruno.send(submission, path, { 'comment.all': 'storm' }, { reportId }),
    ).toMatchObject({ status: 302 });
    expect(await stateOf(reportId)).toBe('submitted');
  });

  it('of the same bytes is recognised and led to', async () => {
    const reportId = await sendGood(hanna);
    const again = await send(hanna, text('Month,OTD_PCT\n2023-12,94.5\n'), 'other-name.csv');
    expect(reportIdOf(again.location)).toBe(reportId);
    expect(await store.read.$count(reports, eq(reports.channel, 'file'))).toBe(5);
  });

  it('is pasted as well as dropped, and several files are several reports', async () => {
    const pasted = await hanna.send(newReport, '/reports/new', {
      cells: 'Month\tOTD_PCT\n2023-12\t94.1\n',
    });
    await work();
    const page = await hanna.load(reportPage, '/', { reportId: reportIdOf(pasted.location) });
    expect(page.body).toMatchObject({ content: { view: 'draft' }, report: { channel: 'paste' } });
    const form = new FormData();
    for (const month of ['2023-10', '2023-11'])
      form.append('files', new File([`Month,OTD_PCT\n${month},94.2\n`], `${month}.csv`));
    const several = await hanna.send(newReport, '/reports/new', form);
    expect(several).toMatchObject({ status: 302, location: '/reports' });
    await work();
    expect(await store.read.$count(reports, eq(reports.state, 'draft'))).toBe(3);
  });

  it('is mended: the new file replaces the draft', async () => {
    const { location } = await send(bruno, text('Month,OTD_PCT\n2023-12,133\n'), 'bad.csv');
    const bad = reportIdOf(location);
    const mended = await send(bruno, text('Month,OTD_PCT\n2023-12,73\n'), 'good.csv', {
      replaces: String(bad),
    });
    expect(await stateOf(bad)).toBe('discarded');
    expect(await stateOf(reportIdOf(mended.location))).toBe('draft');
  });

  it('goes back cell by cell, and the vendor sees which and why', async () => {
    const reportId = await sendGood(bruno);
    await submit(bruno, reportId);
    const cell = 'OTD_PCT|2023-12||';
    const path = `/reports/${reportId}/return`;
    const asked = await mona.load(
      returning,
      `${path}?cell=${encodeURIComponent(cell)}&cell=nonsense`,
      { reportId },
    );
    expect(asked.body).toMatchObject({ cells: [{ name: cell, value: '94.5' }] });
    const wordless = await mona.send(
      returning,
      path,
      { cell, [`change.${cell}`]: '', note: '' },
      { reportId },
    );
    expect(wordless.status).toBe(422);
    await mona.send(
      returning,
      path,
      { cell, [`change.${cell}`]: 'Too good', note: '' },
      { reportId },
    );
    const page = await bruno.load(reportPage, `/reports/${reportId}`, { reportId });
    expect(page.body).toMatchObject({
      content: { view: 'returned', requests: [{ what: 'Too good', value: '94.5' }] },
    });
  });

  it('of a strange shape is mapped once by hand and then read', async () => {
    const strange = 'Mois,Gare,Prévus,Annulés,Autre\n2023-12,FR,200,3,x\n';
    const { location } = await send(bruno, text(strange), 'strange.csv');
    const reportId = reportIdOf(location);
    const path = `/reports/${reportId}/mapping`;
    const form = {
      'column.0': 'role:period',
      'column.1': 'role:market',
      leave_rest: 'on',
      'computed.0.kpi': 'CANCEL_PCT',
      'computed.0.numerator': 'D',
      'computed.0.denominator': 'C',
    };
    const wrong = await bruno.send(
      mapping,
      path,
      { ...form, 'computed.0.numerator': 'X' },
      { reportId },
    );
    expect(wrong).toMatchObject({ status: 422, body: { values: { 'column.0': 'role:period' } } });
    const shown = await bruno.send(mapping, path, form, { reportId });
    const { preview } = shown.body as { preview: { mapping: string; readings: unknown[] } };
    expect(preview.readings).toMatchObject([{ kpi: 'CANCEL_PCT', market: 'FR', value: '1.5' }]);
    expect(await stateOf(reportId)).toBe('draft');
    await bruno.send(
      rememberedMapping,
      `/reports/${reportId}/remembered-mapping`,
      { mapping: preview.mapping, sheet: '0' },
      { reportId },
    );
    await work();
    const page = await bruno.load(reportPage, `/reports/${reportId}`, { reportId });
    expect(page.body).toMatchObject({ content: { view: 'draft', table: { total: 1 } } });
  });
});
