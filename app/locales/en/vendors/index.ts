import { register } from './register';
import { relations } from './relations';
import { standing } from './standing';

/** The vendor's pages: register, record, and what belongs to a vendor. */
export const vendors = { ...register, ...standing, ...relations };
