import { z } from 'zod';
import { choice, field, requiredText } from '~/shared/fields';
import { tokenLifetimes } from './access-token';

const LONGEST_NAME = 80;

/** A new access token: what it is for, how long it lives, and whether it may read alone. */
export const tokenFields = z.object({
  name: requiredText(LONGEST_NAME),
  days: choice(tokenLifetimes),
  readOnly: field((text) => ({ value: text === 'on' })),
});
