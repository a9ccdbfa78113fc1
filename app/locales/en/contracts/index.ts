import { forms } from './forms';
import { life } from './life';
import { register } from './register';
import { terms } from './terms';

/** Contracts, their SLA terms and the back-test beside the form. */
export const contracts = { ...register, ...life, ...terms, ...forms };
