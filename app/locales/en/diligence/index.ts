import { checks } from './checks';
import { newcomers } from './newcomers';
import { screening } from './screening';

/** Identifiers, due diligence, sanctions screening and the way of newcomers. */
export const diligence = { ...checks, ...newcomers, ...screening };
