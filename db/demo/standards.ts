import { cancelled, onTime, ownCausesByQuarter } from './contract-files';
import { demoFile } from './figures';

type Document = Record<string, unknown>;

export type DemoStandard = {
  code: string;
  nameEn: string;
  nameZh: string;
  source: string | null;
  licence: string | null;
  terms: readonly Document[];
  limits: readonly { en: string; zh: string }[];
};

/** Published SLA texts as term documents, each with what of it no term can say; see data/sla-terms/README.md. */
export const publishedStandards = JSON.parse(
  demoFile('sla-terms/standards.json'),
) as readonly DemoStandard[];

/** Five terms for every carrier, of which a market may override one; the United States override the third. */
export const airStandard: DemoStandard & { override: { term: number; document: Document } } = {
  code: 'AIR-STANDARD',
  nameEn: 'Air transport',
  nameZh: '航空运输',
  source: null,
  licence: null,
  limits: [],
  terms: [
    onTime,
    cancelled,
    ownCausesByQuarter,
    {
      kpi: 'DIVERT_PCT',
      operator: 'lte',
      target: 0.5,
      bands: [{ severity: 'minor', from: 0.5, to: null, points: 1 }],
      min_sample: 30,
    },
    {
      kpi: 'DELAY_MIN_PER_FLIGHT',
      operator: 'lte',
      target: 20,
      warn_at: 18,
      bands: [{ severity: 'minor', from: 20, to: null, points: 1 }],
      min_sample: 30,
    },
  ],
  override: {
    term: 2,
    document: {
      ...ownCausesByQuarter,
      target: 6,
      warn_at: 5.5,
      bands: [
        { severity: 'minor', from: 6, to: 8, points: 1, credit_percent: 2 },
        { severity: 'serious', from: 8, to: null, points: 2, credit_percent: 5 },
      ],
    },
  },
};
