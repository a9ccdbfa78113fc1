import { frame } from './frame';
import { outlook } from './outlook';
import { results } from './results';

export const packs = { ...frame, ...results, ...outlook };
