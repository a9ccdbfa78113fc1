import { criteria } from '~/fallback/criteria';

type Unit = 'text' | 'points' | 'currency' | 'percent' | 'megabytes' | 'count' | 'days';

/** A setting as it is read: its name in the form, its words in `settings`, and what its figure counts. */
type SettingFact = { name: string; word: string; unit: Unit };

/** The settings under the headings of the form, as whoever may not change them reads them. */
export const settingFacts = [
  [
    'house',
    [
      { name: 'portal_address', word: 'house.portal_address', unit: 'text' },
      { name: 'house_currency', word: 'house.house_currency', unit: 'text' },
      { name: 'time_zone', word: 'house.time_zone', unit: 'text' },
    ],
  ],
  [
    'ranking',
    criteria.map((name) => ({ name, word: `ranking.${name}` as const, unit: 'points' as const })),
  ],
  [
    'approval',
    [
      { name: 'oneBelow', word: 'approval.oneBelow', unit: 'currency' },
      { name: 'managerFrom', word: 'approval.managerFrom', unit: 'currency' },
    ],
  ],
  ['standards', [{ name: 'standard_local_share', word: 'standards.share', unit: 'percent' }]],
  [
    'rating',
    [
      { name: 'ratingApproaching', word: 'rating.ratingApproaching', unit: 'percent' },
      { name: 'ratingImprove', word: 'rating.ratingImprove', unit: 'percent' },
    ],
  ],
  [
    'limits',
    [
      { name: 'fileMegabytes', word: 'limits.fileMegabytes', unit: 'megabytes' },
      { name: 'unpackedMegabytes', word: 'limits.unpackedMegabytes', unit: 'megabytes' },
      { name: 'rows', word: 'limits.rows', unit: 'count' },
      { name: 'columns', word: 'limits.columns', unit: 'count' },
      { name: 'findings', word: 'limits.findings', unit: 'count' },
    ],
  ],
  [
    'api',
    [
      { name: 'requestsPerMinute', word: 'api.requestsPerMinute', unit: 'count' },
      { name: 'bodyMegabytes', word: 'api.bodyMegabytes', unit: 'megabytes' },
    ],
  ],
  [
    'retention',
    [
      { name: 'letterDays', word: 'retention.letterDays', unit: 'days' },
      { name: 'sessionDays', word: 'retention.sessionDays', unit: 'days' },
      { name: 'attemptDays', word: 'retention.attemptDays', unit: 'days' },
    ],
  ],
  [
    'vendors',
    [
      { name: 'invitation_days', word: 'vendors.invitation_days', unit: 'days' },
      { name: 'document_megabytes', word: 'vendors.document_megabytes', unit: 'megabytes' },
    ],
  ],
] as const satisfies readonly (readonly [string, readonly SettingFact[]])[];

export type SettingUnit = Unit;
