import { beforeEach, expect, it } from 'vitest';
import { everything } from '~/auth/act';
import { randomId } from '~db/columns';
import { people } from '~db/schema/auth';
import { vendorInvitations } from '~db/schema/self-service';
import type { Store } from '~db/store.server';
import { castInto, type Cast } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { vendorsDue } from './due-lists.server';
import { invitationsToConfirm } from './newcomer-task-queries.server';

let store: Store;
let cast: Cast;
beforeEach(async () => {
  store = await freshStore();
  cast = await castInto(store);
});

/** So many people of a vendor who wait for a second person since a day, invited by somebody. */
async function waiting(count: number, vendorId: number, invitedBy: number | null, day: string) {
  const at = `${day}T09:00:00.000Z`;
  const invited = Array.from({ length: count }, () => {
    const id = randomId();
    return {
      ...{ id, name: `Invited ${id}`, email: `${id}@new.example`, createdAt: at },
      ...{ role: 'vendor' as const, vendorId, active: false },
    };
  });
  const invitations = invited.map(({ id: personId }) => ({
    ...{ id: randomId(), vendorId, personId, invitedBy, serviceIds: [] },
    ...{ invitedAt: at, sentAt: at, expiresAt: at, waitsSince: at },
  }));
  await store.transact(async (tx) => {
    await tx.insertMany(people, invited);
    await tx.insertMany(vendorInvitations, invitations);
  });
}

it('whoever invited hundreds is still asked about the one that somebody else invited later', async () => {
  const { petra, pablo } = cast.person;
  const { harbour, brittle, polar } = cast.vendor;
  await waiting(250, harbour.id, petra.id, '2024-01-02');
  await waiting(1, brittle.id, pablo.id, '2024-01-03');
  await waiting(1, polar.id, null, '2024-01-04');
  const asked = async (personId: number | null) =>
    (await invitationsToConfirm(store.read, everything, personId)).map(({ listed }) => listed);
  expect(await asked(petra.id)).toEqual([brittle.id, polar.id]);
  expect(new Set(await asked(pablo.id))).toEqual(new Set([harbour.id]));
  expect(new Set(await asked(null))).toEqual(new Set([harbour.id]));
});

it('the list of vendors holds those whose invitation the reader may confirm', async () => {
  const { petra, pablo } = cast.person;
  const { harbour, brittle } = cast.vendor;
  await waiting(1, harbour.id, petra.id, '2024-01-02');
  await waiting(1, brittle.id, pablo.id, '2024-01-03');
  const listed = (personId: number, asked = ['invitation_confirm']) =>
    vendorsDue(store.read, everything, { asked, today: '2024-01-12', personId });
  expect(await listed(petra.id)).toEqual([brittle.id]);
  expect(await listed(pablo.id)).toEqual([harbour.id]);
  expect(await listed(cast.person.alan.id)).toEqual([harbour.id, brittle.id]);
  expect(await listed(petra.id, [])).toBeNull();
});
