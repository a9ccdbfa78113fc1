import { inArray } from 'drizzle-orm';
import { contracts } from '~db/schema/contracts';
import { agreedStates } from './contract';

/** The contracts that are signed: those on their way to it promise nothing yet. */
export const isAgreed = inArray(contracts.state, agreedStates);
