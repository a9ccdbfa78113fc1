import { asc, eq, sql } from 'drizzle-orm';
import type { PackContributor } from '~/packs/contributor.server';
import { onDate, said, words, written } from '~/packs/pack-value';
import type { PackException } from '~/packs/section';
import { daysBetween } from '~/shared/calendar';
import { certificates } from '~db/schema/vendors';
import { packCertificate } from './pack-certificates.server';

/** Certificates that run out within so many days are told of among the exceptions. */
const NEAR_DAYS = 90;
const EXPIRED = 2;
const NEAR = 5;

/** Of a pack: the vendor's certificates with their expiry. */
export const certificateSections: PackContributor = async (reader, { vendorId, today }) => {
  const held = await reader
    .select()
    .from(certificates)
    .where(eq(certificates.vendorId, vendorId))
    .orderBy(sql`${asc(certificates.expiresOn)} nulls last`, asc(certificates.kind));
  return [
    {
      id: 'certificates',
      part: 'shared',
      agenda: 'compliance',
      exceptions: held.flatMap((one) => expiry(one, today)),
      blocks: [
        {
          kind: 'table',
          title: words('packs:certificates.title'),
          columns: [
            { words: words('packs:column.certificate') },
            { words: words('packs:column.number') },
            { words: words('packs:column.expiresOn') },
            { words: words('packs:column.state') },
          ],
          rows: held.map(({ kind, number, expiresOn }) => ({
            source: null,
            cells: [
              packCertificate(kind),
              number === null ? said('packs:nothing') : written(number),
              expiresOn === null ? said('packs:noDate') : onDate(expiresOn),
              said(`packs:certificates.${isExpired(expiresOn, today) ? 'expired' : 'valid'}`),
            ],
          })),
          empty: words('packs:certificates.none'),
        },
      ],
    },
  ];
};

function isExpired(expiresOn: string | null, today: string): boolean {
  return expiresOn !== null && expiresOn < today;
}

type Certificate = typeof certificates.$inferSelect;

function expiry({ kind, expiresOn }: Certificate, today: string): PackException[] {
  if (expiresOn === null || daysBetween(today, expiresOn) > NEAR_DAYS) return [];
  const params = { certificate: packCertificate(kind), date: onDate(expiresOn) };
  return isExpired(expiresOn, today)
    ? [
        {
          kind: 'late',
          weight: EXPIRED,
          words: words('packs:certificates.ranOut', params),
          source: null,
        },
      ]
    : [
        {
          kind: 'changed',
          weight: NEAR,
          words: words('packs:certificates.runsOut', params),
          source: null,
        },
      ];
}
