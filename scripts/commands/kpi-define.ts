import { parseArgs } from 'node:util';
import { defineKpis } from '~/kpi/define-kpis.server';
import { type Command, Misuse } from '../command';
import { withPortal } from '../open-portal';
import { readRegisterText, report } from '../register-import';

export const command: Command = {
  name: 'kpi define',
  summary: 'brings the KPI library to what a file says',
  usage: `kpi define FILE.csv [--json]

FILE.csv has the columns kpi_code,label_en,label_zh,unit,better,category and may have
min,max,sample_kpi,aliases,formula; aliases are apart by ";". KPIs that are there already are
changed, others stay as they are. All rows are taken or none.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) throw new Misuse('name one file');
    const text = await readRegisterText(path);
    const answer = text.ok
      ? await withPortal(({ store, act }) => defineKpis(store, act, text.value))
      : text;
    return report(
      answer,
      values.json,
      io,
      ({ created, changed, unchanged }) =>
        `KPIs: ${created} defined, ${changed} changed, ${unchanged} unchanged.`,
    );
  },
};
