import type { Scorecard, Words } from '../scorecard';
import { criteria, type Judged, measured, say } from './scorecard-writing';

const gap = (name: Words, weight: string): Judged => ({
  name,
  weight,
  free: true,
  levels: measured(
    say('Six below what is expected', '低于期望 6 分'),
    say('As expected', '与期望一致'),
    say('Six above it', '高于期望 6 分'),
    ['-6', '0', '6'],
  ),
  guidance: say(
    'Mean perception less mean expectation, each from 1 to 7.',
    '感知均值减去期望均值，各按 1 至 7 分。',
  ),
});

/**
 * SERVQUAL gaps in its five dimensions (Parasuraman, Zeithaml, Berry, “SERVQUAL”, Journal of Retailing 64, 1988): perception
 * less expectation, each on 1 to 7, with the weights that its authors found customers to give. Met expectations are 50.
 */
export const servqual: Scorecard = {
  name: say('Service quality gaps (SERVQUAL)', '服务质量差距（SERVQUAL）'),
  about: say(
    'Expectation against perception in five dimensions; expectations just met are 50.',
    '五个维度的期望与感知之差；恰好达到期望为 50 分。',
  ),
  minimumAnswered: '80',
  differenceLimit: '25',
  bands: [
    {
      from: '0',
      result: 'disqualified',
      entails: say(
        'Expectations are missed by far: improve or leave.',
        '远低于期望：限期改进或退出。',
      ),
    },
    {
      from: '40',
      result: 'conditional',
      entails: say('Agree how each gap is closed.', '就各项差距商定改进措施。'),
    },
    {
      from: '50',
      result: 'qualified',
      entails: say('Expectations are met.', '达到期望。'),
    },
  ],
  dimensions: [
    {
      key: 'gaps',
      name: say('Perception less expectation', '感知减期望'),
      weight: '100',
      criteria: criteria(
        'gaps',
        gap(say('Reliability', '可靠性'), '32'),
        gap(say('Responsiveness', '响应性'), '22'),
        gap(say('Assurance', '保证性'), '19'),
        gap(say('Empathy', '移情性'), '16'),
        gap(say('Tangibles', '有形性'), '11'),
      ),
    },
  ],
};
