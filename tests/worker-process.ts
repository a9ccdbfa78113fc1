import { pino } from 'pino';
import { openStore } from '~db/store.server';
import { startWorkerThread } from '../scripts/serve/worker-thread';

// The worker's thread alone, from its sources: started as the server starts it, and ended as the server ends it.
const store = openStore();
const uploads = process.env['UPLOADS_FOLDER'] ?? '';
const standsAt = process.env['STANDS_AT'] ?? null;
const file = new URL('./worker-sources.mjs', import.meta.url);
const thread = startWorkerThread(file, pino({ level: 'error' }), store, { uploads, standsAt });

process.once('SIGTERM', () => {
  void thread
    .stop()
    .then(() => store.close())
    .then(() => process.exit(0));
});
