import { parseArgs } from 'node:util';
import { everything } from '~/auth/act';
import { proposalText } from '../fallback/proposal-text';
import { proposeOnDemand } from '~/fallback/propose-on-demand.server';
import { findProposal } from '~/fallback/proposal-queries.server';
import { translate } from '~/locales/i18n.server';
import { isDate } from '~/shared/calendar';
import { type Command, DONE, json, Misuse, REFUSED } from '../command';
import { withPortal } from '../open-portal';

/** `fallback propose`: who could take over from a vendor, stored as a proposal and printed. */
export const command: Command = {
  name: 'fallback propose',
  summary: 'propose who could take over from a vendor, and store the proposal',
  usage: `  --vendor CODE       the vendor that may fail
  --service CODE      the service
  --market CODE       the market; without it the service as a whole
  --as-of YYYY-MM-DD  what was known at the end of this day; today without it
  --json              print one JSON document`,
  run(args, io) {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      args,
      options: {
        vendor: text,
        service: text,
        market: text,
        'as-of': text,
        json: { type: 'boolean', default: false },
      },
    });
    const { vendor, service, market = null } = values;
    if (vendor === undefined) throw new Misuse('--vendor CODE is required');
    if (service === undefined) throw new Misuse('--service CODE is required');
    const day = values['as-of'];
    if (day !== undefined && !isDate(day)) throw new Misuse(`--as-of ${day} is no date YYYY-MM-DD`);
    return withPortal(async ({ store, act }) => {
      const outcome = await proposeOnDemand(store, act, { vendor, service, market }, day);
      if (!outcome.ok) {
        const { code, params = {} } = outcome.reason;
        io.err(String(translate('en')(`errors:${code}` as 'errors:invalid', params)));
        return REFUSED;
      }
      const [proposed] = outcome.value;
      const proposal =
        proposed && (await findProposal(store.read, everything, proposed.proposalId));
      if (!proposal) throw new Error('the proposal was not stored');
      const { id, state, snapshot } = proposal;
      io.out(
        values.json
          ? json({ id, state, made: proposed.made, ...snapshot })
          : proposalText(proposal),
      );
      return DONE;
    });
  },
};
