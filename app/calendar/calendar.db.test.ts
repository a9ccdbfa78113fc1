import ICAL from 'ical.js';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, type Act } from '~/auth/act';
import * as feedRoute from '~/routes/feeds.$feedToken';
import { contracts } from '~db/schema/contracts';
import { reviews } from '~db/schema/reviews';
import { certificates } from '~db/schema/vendors';
import { periodOf } from '~/shared/period';
import type { Store } from '~db/store.server';
import { castInto, testNow, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { contextFor, visitAs } from '../../tests/visit';
import { comingDates } from './coming-dates.server';
import { closeFeed, openFeed } from './open-feed.server';

const act: Act = { actor: { kind: 'command' }, now: testNow, scope: everything };

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
  await store.transact(async (tx) => {
    await tx.update(contracts).set({ reportDueDay: null });
    await tx
      .update(contracts)
      .set({
        ...{ endsOn: '2024-12-31', renewal: 'tacit', renewalMonths: 6, noticeMonths: 3 },
        ...{ vendorNoticeDays: 60, reportDueDay: 10 },
      })
      .where(eq(contracts.id, cast.vendor.harbour.contractId));
    await tx
      .update(certificates)
      .set({ expiresOn: '2024-02-29' })
      .where(eq(certificates.vendorId, cast.vendor.harbour.id));
  });
});

const harbour = () => ({ kind: 'vendor' as const, vendorId: cast.vendor.harbour.id });

describe('coming dates', () => {
  it('are the ends, renewals, notice, reports and expiries within the scope, the nearest first', async () => {
    const dates = await comingDates(store.read, everything, testNow);
    const own = dates.filter(({ vendorId }) => vendorId === cast.vendor.harbour.id);
    expect(own.map(({ kind, date }) => [kind, date])).toEqual([
      ['report_due', '2024-02-10'],
      ['certificate', '2024-02-29'],
      ['report_due', '2024-03-10'],
      ['report_due', '2024-04-10'],
      ['our_notice', '2024-09-30'],
      ['vendor_notice', '2024-11-01'],
      ['contract_renewal', '2025-01-01'],
    ]);
    expect(dates.filter(({ kind }) => kind === 'contract_end')).toHaveLength(3);
  });

  it('show a vendor its own, without the notice that we may give', async () => {
    const dates = await comingDates(store.read, harbour(), testNow);
    expect(new Set(dates.map(({ vendorId }) => vendorId))).toEqual(
      new Set([cast.vendor.harbour.id]),
    );
    expect(dates.map(({ kind }) => kind)).not.toContain('our_notice');
  });
});

describe('the calendar feed', () => {
  const read = async (token: string) => {
    const stranger = await visitAs(contextFor(store), null);
    return stranger.load(feedRoute, `/feeds/${token}`, { feedToken: token });
  };

  it('is read by another library as whole days, within the scope of its owner', async () => {
    const answer = await read(await openFeed(store, act, cast.person.hanna.id));
    expect(answer.headers.get('Content-Type')).toContain('text/calendar');
    const calendar = new ICAL.Component(ICAL.parse(String(answer.body)) as unknown[]);
    const events = calendar
      .getAllSubcomponents('vevent')
      .map((component) => new ICAL.Event(component));
    expect(events.every(({ startDate }) => startDate.isDate)).toBe(true);
    expect(events.map(({ startDate }) => startDate.toString())).toEqual([
      ...['2024-02-10', '2024-02-29', '2024-03-10', '2024-04-10'],
      ...['2024-11-01', '2025-01-01'],
    ]);
    expect(events[4]?.summary).toBe('Vendor’s notice by: HARBOUR-2023, Harbour Line');
    expect(String(answer.body)).not.toContain('BRITTLE');
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  it('has the meetings of reviews at their hour, as the event that people were invited to', async () => {
    await store.transact(async (tx) => {
      await tx.insert(reviews).values({
        ...{ vendorId: cast.vendor.harbour.id, quarter: periodOf(2023, 10), state: 'planned' },
        ...{ meetsAt: '2024-02-05T15:00:00.000Z', minutes: 60, timeZone: 'America/New_York' },
        ...{ calendarUid: 'review-7@mainstay', calendarSequence: 2 },
        createdAt: testNow.toISOString(),
      });
    });
    const answer = await read(await openFeed(store, act, cast.person.hanna.id));
    const calendar = new ICAL.Component(ICAL.parse(String(answer.body)) as unknown[]);
    const meeting = calendar
      .getAllSubcomponents('vevent')
      .map((component) => new ICAL.Event(component))
      .find(({ uid }) => uid === 'review-7@mainstay');
    expect(meeting?.startDate.toJSDate().toISOString()).toBe('2024-02-05T15:00:00.000Z');
    expect(meeting?.duration.toSeconds()).toBe(3600);
    expect(meeting?.sequence).toBe(2);
    expect(meeting?.summary).toBe('Business review: 2023 Q4, Harbour Line');
  });

  it('ends with its revocation, and with a new address', async () => {
    const { id } = cast.person.petra;
    const first = await openFeed(store, act, id);
    const second = await openFeed(store, act, id);
    expect((await read(first)).status).toBe(404);
    expect((await read(second)).status).toBe(200);
    await closeFeed(store, act, id);
    expect((await read(second)).status).toBe(404);
    expect((await read('')).status).toBe(404);
  });
});
