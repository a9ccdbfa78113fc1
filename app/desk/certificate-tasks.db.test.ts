import { expect, it } from 'vitest';
import { everything } from '~/auth/act';
import { randomId } from '~db/columns';
import { offerings, services } from '~db/schema/vendors';
import { castInto } from '../../tests/cast';
import { freshStore } from '../../tests/database';
import { missingCertificateTasks } from './certificate-task-queries.server';

it('finds what a vendor lacks among hundreds of services, each with certificates of its own', async () => {
  const store = await freshStore();
  const { vendor, market } = await castInto(store);
  const asked = Array.from({ length: 600 }, (_, index) => ({
    ...{ id: randomId(), code: `S${index}`, nameEn: `Service ${index}`, nameZh: `服务 ${index}` },
    requiredCertificates: [`Certificate ${index}`],
  }));
  const last = asked.at(-1)?.id ?? 0;
  await store.transact(async (tx) => {
    await tx.insertMany(services, asked);
    await tx.insertMany(
      offerings,
      [market.france, market.china].map(({ id: marketId }) => ({
        ...{ vendorId: vendor.polar.id, serviceId: last, marketId },
      })),
    );
  });
  const tasks = await missingCertificateTasks(store.read, everything, '2024-01-12');
  expect(tasks.map(({ params }) => params)).toEqual([
    { vendor: 'Polar Swift', certificate: 'Certificate 599' },
    { vendor: 'Polar Swift', certificate: 'ISO 9001' },
  ]);
});
