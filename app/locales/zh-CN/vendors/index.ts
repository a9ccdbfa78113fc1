import { register } from './register';
import { relations } from './relations';
import { standing } from './standing';

export const vendors = { ...register, ...standing, ...relations };
