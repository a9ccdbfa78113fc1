import { parseArgs } from 'node:util';
import { rebuildSummaries } from '~/sla/rebuild-summaries.server';
import { type Command, DONE, json } from '../command';
import { withPortal } from '../open-portal';

/** `sla summarise`: counts what the heat map and the dashboards read anew. */
export const command: Command = {
  name: 'sla summarise',
  summary: 'count the summaries that pages read anew from the outcomes that stand',
  usage: '  --json  one JSON document',
  run(args, io) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
    return withPortal(async ({ store }) => {
      const counts = await rebuildSummaries(store);
      const { vendors, months, spans } = counts;
      if (values.json) io.out(json(counts));
      else io.out(`${vendors} vendors: ${months} months of KPIs, ${spans} spans of failures`);
      return DONE;
    });
  },
};
