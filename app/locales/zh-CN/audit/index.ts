import { deeds } from './deeds';
import { fields } from './fields';
import { trail } from './trail';

export const audit = { ...trail, ...fields, ...deeds };
