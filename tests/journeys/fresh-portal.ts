import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startPortal, type PortalProcess } from '../portal-process';

/** Where a portal of the journeys keeps what it stores. */
export const placeIn = (folder: string) => ({
  DATABASE_FILE: join(folder, 'store.sqlite'),
  UPLOADS_FOLDER: join(folder, 'uploads'),
  LOG_LEVEL: 'warn',
});

export type FreshPortals = {
  /** The address of the portal that a journey's file walks; another file gets another one. */
  at: (file: string) => Promise<string>;
  close: () => Promise<void>;
};

/** A portal for each file of journeys, on a copy of the demo as it was loaded: none meets what another did. */
export function freshPortals(folder: string, worker: number): FreshPortals {
  const own = join(folder, `worker-${worker}`);
  let walked: { file: string; portal: PortalProcess } | undefined;
  const close = async () => {
    await walked?.portal.kill();
    walked = undefined;
    rmSync(own, { recursive: true, force: true });
  };
  return {
    async at(file) {
      if (walked?.file === file) return walked.portal.address;
      await close();
      cpSync(join(folder, 'demo'), own, { recursive: true });
      const portal = await startPortal({ ...placeIn(own), HOST: 'localhost', LEASE_SECONDS: '20' });
      if (!portal) throw new Error('the portal ended before it served');
      walked = { file, portal };
      return portal.address;
    },
    close,
  };
}
