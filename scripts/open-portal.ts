import { commandAct, type Act } from '~/auth/act';
import type { Clock } from '~/shared/clock';
import { readPortalClock } from '~/shared/portal-clock.server';
import { openStore, type Store } from '~db/store.server';
import { readEnvironment } from './serve/environment';
import { prepareStore } from './prepare-store';

export type OpenPortal = {
  store: Store;
  clock: Clock;
  /** The command line as the actor, at the portal's present. */
  act: Act;
  /** Folder of uploaded files. */
  uploads: string;
  /** A demonstration: its mail is never sent. */
  demo: boolean;
  close: () => Promise<void>;
};

/** The store as a command needs it: of the environment, on the current schema, with the portal's clock. */
export async function openPortal(): Promise<OpenPortal> {
  const { uploads } = readEnvironment(process.env);
  const store = openStore();
  await prepareStore(store);
  const { clock, standsAt } = await readPortalClock(store.read);
  return {
    store,
    clock,
    act: commandAct(clock.now()),
    uploads,
    demo: standsAt !== null,
    close: () => store.close(),
  };
}

/** Runs a command's work on the open portal and closes it whatever happens. */
export async function withPortal<T>(work: (portal: OpenPortal) => Promise<T>): Promise<T> {
  const portal = await openPortal();
  try {
    return await work(portal);
  } finally {
    await portal.close();
  }
}
