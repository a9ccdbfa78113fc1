import { periodOf, type Period } from '~/shared/period';

/** Meetings that were moved, each with its reason. */
export const movedMeetings: readonly {
  vendor: string;
  quarter: Period;
  movedAt: string;
  date: string;
  time: string;
  reason: string;
}[] = [
  // Held late, and its record still waits for the carrier on the demo's day.
  {
    vendor: 'DL',
    quarter: periodOf(2023, 7),
    movedAt: '2023-10-20T15:00:00.000Z',
    date: '2024-01-09',
    time: '10:00',
    reason: 'The carrier’s account manager changes; the new one takes part (demonstration)',
  },
  // Held before the others of their quarter: their packs are frozen on the demo's day.
  ...[
    { vendor: 'WN', time: '10:00' },
    { vendor: 'B6', time: '11:30' },
    { vendor: 'DL', time: '14:00' },
    { vendor: 'UA', time: '15:30' },
  ].map((early) => ({
    ...early,
    quarter: periodOf(2023, 10),
    movedAt: '2023-12-18T15:00:00.000Z',
    date: '2024-01-26',
    reason: 'Before the summer schedule is decided (demonstration)',
  })),
];

/** What carriers said of their packs and suggested, for demonstration. */
export const contributions: readonly {
  vendor: string;
  quarter: Period;
  comment: { sectionId: string; text: string };
  suggestion: { title: string; details: string };
}[] = [
  {
    vendor: 'WN',
    quarter: periodOf(2022, 10),
    comment: {
      sectionId: 'failures',
      text: 'From 21 to 31 December crews were out of reach of the scheduling system. The plan for it is on its way.',
    },
    suggestion: {
      title: 'A joint call every morning while a storm lasts',
      details: 'Fifteen minutes at seven, with whoever decides about cancellations on both sides.',
    },
  },
  {
    vendor: 'B6',
    quarter: periodOf(2022, 10),
    comment: { sectionId: 'kpis', text: '纽约空域流量管制的影响请在评级时一并考虑。' },
    suggestion: { title: '共享机场流量管制预警', details: '收到管制预警后一小时内互相通报。' },
  },
  {
    vendor: 'AA',
    quarter: periodOf(2023, 4),
    comment: { sectionId: 'credits', text: 'The credits agree with our own count.' },
    suggestion: {
      title: 'Report causes of delay each week',
      details: 'We have the figures every Monday and can share them.',
    },
  },
];

/** Ratings that a meeting overruled. */
export const overruled: readonly {
  vendor: string;
  quarter: Period;
  figureId: string;
  rating: string;
  reason: string;
}[] = [
  {
    vendor: 'WN',
    quarter: periodOf(2022, 10),
    figureId: 'overall',
    rating: 'inadequate',
    reason:
      'One flight in seven was cancelled in December: two good months do not outweigh it (demonstration)',
  },
];

/** Who never answers a record, so that it counts as signed, and who objects to one. */
export const silent = ['F9'];
export const objections: readonly { vendor: string; quarter: Period; comment: string }[] = [
  {
    vendor: 'B6',
    quarter: periodOf(2022, 10),
    comment: '第四季度评级未考虑空管流量控制，我方保留意见。（演示）',
  },
];

/** Carriers whose actions stay open long after they were due. */
export const slowToAct = ['F9', 'B6'];
/** Carriers that do what they promised, so many days after it was due: the next review finds it open. */
export const lateToAct: Readonly<Record<string, number>> = { AA: 60 };

type Texts = {
  sla: string;
  incidents: string;
  actions: string;
  decision: string;
  consequence: string;
  promises: Readonly<Record<string, string>>;
  ours: string;
};

/** What is written down in a meeting, for demonstration, in the language of the carrier's person. */
export const meetingTexts: Readonly<Record<'en' | 'zh-CN', Texts>> = {
  en: {
    sla: 'Went through the ratings KPI by KPI. The carrier agrees with the figures.',
    incidents:
      'The causes are those of the plans. What was learned is taken into the next schedule.',
    actions: 'Open actions of last time were read out; owners and days are confirmed.',
    decision: 'The plans go on as agreed and are looked at again next quarter (demonstration).',
    consequence: 'No new routes go to the carrier until its next review (demonstration).',
    promises: {
      OTD_PCT: 'Show punctuality by hub each week, with what was done about the worst',
      CANCEL_PCT: 'Rehearse the recovery plan with the operations of both sides',
      CARRIER_LATE_PCT: 'Bring the share of delays from night checks below one in ten',
    },
    ours: 'Send the forecast of flights for the next schedule',
  },
  'zh-CN': {
    sla: '逐项核对了指标评级，承运人确认数据无误。',
    incidents: '原因与整改计划一致，经验将纳入下一航季排班。',
    actions: '逐项核对了上次的行动项，确认了负责人和期限。',
    decision: '整改计划按约定继续执行，下季度再行检查。（演示）',
    consequence: '下次业务回顾之前不新增航线。（演示）',
    promises: {
      OTD_PCT: '每周按枢纽通报准点率及最差枢纽的改进措施',
      CANCEL_PCT: '双方运行部门共同演练恢复预案',
      CARRIER_LATE_PCT: '将夜检造成的延误占比降至一成以下',
    },
    ours: '提供下一航季的航班量预测',
  },
};
