import { deeds } from './deeds';
import { fields } from './fields';
import { trail } from './trail';

/** The audit trail. An action `vendor.amended` is said as its kind of record and what was done. */
export const audit = { ...trail, ...fields, ...deeds };
