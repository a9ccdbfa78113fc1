import type { Scorecard } from '../scorecard';
import { admissionBands } from './admission-bands';
import { criteria, measured, say } from './scorecard-writing';

/**
 * Satisfaction of those who work with the vendor: Net Promoter Score (Reichheld, “The One Number You Need to Grow”, Harvard
 * Business Review 2003: promoters less detractors, −100 to 100), satisfied customers in percent (CSAT, the top two boxes)
 * and Customer Effort Score (Dixon, Freeman, Toman, “Stop Trying to Delight Your Customers”, HBR 2010; 1 to 7 as in CES 2.0).
 * The index is their weighted mean on 0 to 100.
 */
export const satisfaction: Scorecard = {
  name: say('Satisfaction', '满意度'),
  about: say(
    'NPS, CSAT and CES of those who work with the vendor, and their weighted index.',
    '与供应商共事者的 NPS、CSAT、CES 及其加权指数。',
  ),
  minimumAnswered: '60',
  differenceLimit: '25',
  bands: admissionBands,
  dimensions: [
    {
      key: 'satisfaction',
      name: say('Satisfaction index', '满意度指数'),
      weight: '100',
      criteria: criteria(
        'satisfaction',
        {
          name: say('Net Promoter Score', '净推荐值（NPS）'),
          weight: '40',
          free: true,
          levels: measured(
            say('All would advise against it', '全部为贬损者'),
            say('As many for as against', '推荐与贬损相当'),
            say('All would recommend it', '全部为推荐者'),
            ['-100', '0', '100'],
          ),
          guidance: say(
            'Share of 9 and 10 less share of 0 to 6, in percent, from at least ten answers.',
            '9–10 分占比减去 0–6 分占比（百分点），至少十份答卷。',
          ),
        },
        {
          name: say('Satisfied (CSAT)', '满意率（CSAT）'),
          weight: '35',
          free: true,
          levels: measured(
            say('Nobody is satisfied', '无人满意'),
            say('Half are', '半数满意'),
            say('Everybody is', '全部满意'),
            ['0', '50', '100'],
          ),
          guidance: say(
            'Share of 4 and 5 on a scale of five, in percent.',
            '五分制中 4、5 分的占比（%）。',
          ),
        },
        {
          name: say('Ease (CES)', '省力度（CES）'),
          weight: '25',
          free: true,
          levels: measured(
            say('Made it very hard', '非常费力'),
            say('Neither', '一般'),
            say('Made it very easy', '非常省力'),
            ['1', '4', '7'],
          ),
          guidance: say('Mean of the answers, 1 to 7.', '答卷均值，1 至 7。'),
        },
      ),
    },
  ],
};
