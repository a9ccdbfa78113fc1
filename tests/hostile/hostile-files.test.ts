import { describe, expect, it } from 'vitest';
import { remarkedSheets } from '~/kpi/error-file';
import { readUpload } from '~/kpi/read-upload';
import { airlineContext } from '../casts/kpi-cast';
import { hostileFiles, oddFiles, sheetOf, workbookOf } from './hostile-files';

const LONGEST_MS = 15_000;
const MOST_MEGABYTES = 900;
const context = airlineContext();

describe('a hostile file', () => {
  it.each(hostileFiles.map((file) => [file.what, file] as const))(
    '%s is refused in words, soon and in little memory',
    async (_, { name, bytes, codes }) => {
      const file = { name, bytes: bytes() };
      const began = performance.now();
      const upload = await readUpload(file, context);
      expect(upload.findings.list.map(({ code }) => code)).toEqual(codes);
      if (codes.length > 0) expect(upload.readings).toEqual([]);
      expect(performance.now() - began).toBeLessThan(LONGEST_MS);
      expect(process.memoryUsage.rss() / 1e6).toBeLessThan(MOST_MEGABYTES);
    },
  );

  it('says the limit that it is over', async () => {
    const upload = await readUpload(
      { name: 'a.csv', bytes: new Uint8Array(60_000_000).fill(65) },
      context,
    );
    expect(upload.findings.list[0]?.params).toEqual({ megabytes: 60, limit: 25 });
  });

  it('goes back with remarks without rows that nobody wrote', async () => {
    const last = '<row r="1048576"><c r="A1048576"><v>1</v></c><c r="B1048576"><v>x</v></c></row>';
    const header =
      '<row r="1"><c r="A1" t="str"><v>Month</v></c><c r="B1" t="str"><v>OTD_PCT</v></c></row>';
    const bytes = workbookOf({ sheet: sheetOf(header + last) });
    const { grids, findings } = await readUpload({ name: 'a.xlsx', bytes }, context);
    const [sheet] = remarkedSheets(grids, [1], findings.list, 'Remarks', ({ code }) => code);
    expect(sheet?.rows.length).toBeLessThan(10);
  });
});

describe('an odd file', () => {
  it.each(oddFiles.map((file) => [file.what, file] as const))(
    '%s is read as it is meant',
    async (_, { name, bytes }) => {
      const { readings, findings } = await readUpload({ name, bytes: bytes() }, context);
      expect(findings.list).toEqual([]);
      expect(readings.map(({ kpi, value }) => [kpi, value])).toEqual([['OTD_PCT', '80']]);
    },
  );
});
