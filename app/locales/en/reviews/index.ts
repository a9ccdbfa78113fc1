import { meeting } from './meeting';
import { pack } from './pack';
import { planning } from './planning';

/** Quarterly business reviews: their list, packs, meetings and records. */
export const reviews = { ...planning, ...pack, ...meeting };
