import { forms } from './forms';
import { life } from './life';
import { register } from './register';
import { terms } from './terms';

export const contracts = { ...register, ...life, ...terms, ...forms };
