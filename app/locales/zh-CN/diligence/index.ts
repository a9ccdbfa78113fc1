import { checks } from './checks';
import { newcomers } from './newcomers';
import { screening } from './screening';

export const diligence = { ...checks, ...newcomers, ...screening };
