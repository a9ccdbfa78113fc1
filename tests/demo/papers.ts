import { describe, expect, it } from 'vitest';
import { everything } from '~/auth/act';
import { translate } from '~/locales/i18n.server';
import { languages } from '~/locales/languages';
import { print } from '~/print/print.server';
import { paperPages } from '~/reviews/paper';
import { findPaper } from '~/reviews/paper-queries.server';
import { formatPeriod, periodOf, type Period } from '~/shared/period';
import { DEMO_NOW } from '~db/demo/people';
import type { Store } from '~db/store.server';
import { frozenPacks } from './demo-packs';
import { valuesOf } from '../packs/pack-values';
import { pdfText, tight } from '../packs/paper-text';

/** A carrier of every quarter; the two languages take turns. */
const PRINTED: readonly { vendor: string; quarter: Period }[] = [
  { vendor: 'DL', quarter: periodOf(2022, 7) },
  { vendor: 'WN', quarter: periodOf(2022, 10) },
  { vendor: 'UA', quarter: periodOf(2023, 1) },
  { vendor: 'B6', quarter: periodOf(2023, 4) },
  { vendor: 'AA', quarter: periodOf(2023, 7) },
  { vendor: 'WN', quarter: periodOf(2023, 10) },
];

/** Of the demo: what is read in the PDF of a pack are the pack's own figures, each as often as the pack tells it. */
export function paperTests(demo: () => Store): void {
  describe.each(
    PRINTED.map((each, n) => ({
      ...each,
      language: languages[n % languages.length] ?? 'en',
      name: formatPeriod(each.quarter),
    })),
  )('the PDF of $vendor for the quarter from $name in $language', (printed) => {
    it('says every figure and every point of a course', async () => {
      const { vendor, quarter, language } = printed;
      const found = (await frozenPacks(demo(), 'shared')).find(
        ({ pack }) => pack.vendor.code === vendor && pack.quarter === quarter,
      );
      const paper = await findPaper(demo().read, everything, found?.reviewId ?? 0, {
        ...{ part: 'shared', now: new Date(DEMO_NOW) },
      });
      if (!found || !paper) throw new Error(`${vendor} has no pack`);
      const speech = { t: translate(language), locale: language };
      const { text } = await pdfText(await print(paperPages(paper, language, speech.t)));
      const said = valuesOf(found.pack.sections, speech).map(tight);
      expect(said.length).toBeGreaterThan(60);
      expect(missingOf(said, text)).toEqual([]);
      expect(text).toContain(tight(found.pack.vendor.name));
    });
  });
}

/** Values that stand in a text less often than they are told. */
function missingOf(said: readonly string[], text: string): string[] {
  const told = new Map<string, number>();
  for (const value of said) told.set(value, (told.get(value) ?? 0) + 1);
  return [...told].flatMap(([value, times]) =>
    text.split(value).length - 1 < times ? [`${value} × ${times}`] : [],
  );
}
