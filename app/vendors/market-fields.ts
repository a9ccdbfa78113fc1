import { z } from 'zod';
import { choice, optionalId, requiredCode, requiredText } from '~/shared/fields';
import { marketLevels } from './market';

export const marketFields = z.object({
  code: requiredCode(),
  nameEn: requiredText(120),
  nameZh: requiredText(120),
  level: choice(marketLevels),
  parent: optionalId(),
});

export type MarketFields = z.output<typeof marketFields>;
