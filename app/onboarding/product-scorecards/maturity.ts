import type { Scorecard, Words } from '../scorecard';
import { admissionBands } from './admission-bands';
import { criteria, type Judged, rising, say } from './scorecard-writing';

const stage = (name: Words, weight: string, ...levels: [Words, Words, Words, Words]): Judged => ({
  name,
  weight,
  levels: rising(...levels),
});

/** How far a vendor runs its service ahead of events, in four stages: passive, reactive, proactive, predictive. */
export const maturity: Scorecard = {
  name: say('Service maturity', '服务成熟度'),
  about: say(
    'Passive, reactive, proactive or predictive: how far the vendor runs ahead of events.',
    '被动、响应、主动或预测：供应商先于问题行动的程度。',
  ),
  minimumAnswered: '80',
  differenceLimit: '34',
  bands: admissionBands,
  dimensions: [
    {
      key: 'maturity',
      name: say('Maturity', '成熟度'),
      weight: '100',
      criteria: criteria(
        'maturity',
        stage(
          say('Incidents', '事件处理'),
          '40',
          say('Passive: waits to be told', '被动：等待通知'),
          say('Reactive: acts once told', '响应：接报后处理'),
          say('Proactive: tells us first', '主动：先于我方发现并告知'),
          say('Predictive: prevents most', '预测：大多提前避免'),
        ),
        stage(
          say('Reporting', '报告'),
          '30',
          say('Passive: figures when asked', '被动：索要才提供'),
          say('Reactive: reports on time', '响应：按时报送'),
          say('Proactive: explains causes and trends', '主动：说明原因与趋势'),
          say('Predictive: forecasts misses with a plan', '预测：预报未达标并附方案'),
        ),
        stage(
          say('Improvement', '改进'),
          '30',
          say('Passive: none', '被动：没有'),
          say('Reactive: after complaints', '响应：投诉后改进'),
          say('Proactive: suggests with effect measured', '主动：提出建议并衡量成效'),
          say('Predictive: plans with our demand', '预测：结合我方需求规划'),
        ),
      ),
    },
  ],
};
