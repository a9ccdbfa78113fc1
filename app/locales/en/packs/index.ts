import { frame } from './frame';
import { outlook } from './outlook';
import { results } from './results';

/** What a review pack says, by the keys that it keeps: a key once used stays, since packs are read for years. */
export const packs = { ...frame, ...results, ...outlook };
