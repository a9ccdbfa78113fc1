import type { CasePlan } from '~/sla/case-plan';
import { addDays } from '~/shared/calendar';

/** Demonstration plans by KPI: why it failed, what puts it right, what keeps it from coming back. */
type PlanText = { whys: string[]; corrective: string; preventive: string };

const inEnglish: Readonly<Record<string, PlanText>> = {
  OTD_PCT: {
    whys: [
      'Too many flights arrived fifteen minutes late or more.',
      'Delays of the first departures were carried through the day.',
      'Turnaround times at the busiest airports were planned without reserve.',
    ],
    corrective:
      'Ten more minutes of ground time on the first departures at the three busiest airports',
    preventive:
      'Review planned turnaround times against the actual ones with every schedule change',
  },
  CANCEL_PCT: {
    whys: [
      'More flights were cancelled than agreed.',
      'Crews and aircraft were out of position after weather closed an airport.',
      'Too few reserve crews stood by at the places that weather hits most.',
    ],
    corrective: 'Reserve crews at the two airports with the most cancellations',
    preventive: 'A recovery plan for each hub, rehearsed before the season',
  },
  CARRIER_LATE_PCT: {
    whys: [
      'Too many flights were late for reasons within our control.',
      'Aircraft came out of maintenance late.',
      'Night checks were planned too tightly.',
    ],
    corrective: 'One more hour between the end of night checks and the first departure',
    preventive: 'Weekly review of delays by cause with maintenance and ground handling',
  },
};

const inChinese: Readonly<Record<string, PlanText>> = {
  OTD_PCT: {
    whys: [
      '到港晚点十五分钟以上的航班过多。',
      '早班航班的延误传导至全天。',
      '繁忙机场的过站时间未留余量。',
    ],
    corrective: '三个最繁忙机场的早班航班增加十分钟过站时间',
    preventive: '每次换季时用实际过站时间复核计划过站时间',
  },
  CANCEL_PCT: {
    whys: [
      '取消的航班超出约定。',
      '天气关闭机场后，机组和飞机不在位。',
      '受天气影响最大的机场备份机组不足。',
    ],
    corrective: '在取消最多的两个机场增派备份机组',
    preventive: '为每个枢纽制定恢复预案，并在换季前演练',
  },
};

const CORRECTIVE_DAYS = 14;
const PREVENTIVE_DAYS = 60;

/** The plan that a carrier hands in on a day. */
export function planFor(kpi: string, locale: 'en' | 'zh-CN', day: string): CasePlan {
  const text = (locale === 'zh-CN' ? inChinese[kpi] : undefined) ?? inEnglish[kpi];
  if (!text) throw new Error(`the demo has no plan for ${kpi}`);
  return {
    whys: text.whys,
    corrective: [{ what: text.corrective, dueOn: addDays(day, CORRECTIVE_DAYS) }],
    preventive: [{ what: text.preventive, dueOn: addDays(day, PREVENTIVE_DAYS) }],
  };
}
