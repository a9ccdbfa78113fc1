import { z } from 'zod';
import { requiredText } from '~/shared/fields';

/** Why a section is sent back: for the vendor to read. */
export const returnFields = z.object({ remark: requiredText(2000) });
