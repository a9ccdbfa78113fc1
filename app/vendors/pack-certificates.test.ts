import { describe, expect, it } from 'vitest';
import { onDate, words, written } from '~/packs/pack-value';
import type { PackException, PackValue } from '~/packs/section';
import { packOf } from '../../tests/packs/review-pack';
import { packCertificate, withCertificateNames } from './pack-certificates.server';

const safetyAudit = { kind: 'name', en: 'Safety audit', zh: '安全审计' };

const runsOut = (certificate: PackValue): PackException => ({
  kind: 'changed',
  weight: 5,
  words: words('packs:certificates.runsOut', { certificate, date: onDate('2023-06-30') }),
  source: null,
});

/** A pack with certificates and their numbers in its table, and one that runs out among its exceptions. */
function packWith(certificates: readonly PackValue[]) {
  const pack = packOf('shared', 1);
  const exceptions = certificates.slice(0, 1).map(runsOut);
  const table = {
    kind: 'table' as const,
    title: words('packs:certificates.title'),
    columns: [],
    rows: certificates.map((one) => ({ cells: [one, written('Safety audit')], source: null })),
    empty: words('packs:certificates.none'),
  };
  const section = {
    id: 'certificates' as const,
    part: 'shared' as const,
    agenda: 'compliance' as const,
    exceptions,
    blocks: [table],
  };
  return { ...pack, exceptions, sections: [...pack.sections, section] };
}

describe('certificates of a pack that was frozen with their English names', () => {
  it('are read in both languages, and nothing else is', () => {
    const kinds = ['Safety audit', 'ISO 27001'];
    const read = withCertificateNames(packWith(kinds.map(written)));
    expect(read).toEqual(packWith(kinds.map(packCertificate)));
    expect(read.exceptions[0]?.words.params?.['certificate']).toEqual(safetyAudit);
  });

  it('are left as they are where they stand in both already', () => {
    const pack = packWith([packCertificate('Safety audit')]);
    expect(withCertificateNames(pack)).toEqual(pack);
  });
});
