import { meeting } from './meeting';
import { pack } from './pack';
import { planning } from './planning';

export const reviews = { ...planning, ...pack, ...meeting };
