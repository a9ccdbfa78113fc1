import type { Band } from '../scorecard';
import { say } from './scorecard-writing';

/** What an index entails: the same for every template that comes with the product. Points from 0 to 100. */
export const admissionBands: Band[] = [
  {
    from: '0',
    result: 'disqualified',
    entails: say(
      'Not let in. It may be assessed anew once what was missing is there.',
      '不予准入。补齐短板后可重新评估。',
    ),
  },
  {
    from: '60',
    result: 'conditional',
    entails: say(
      'Let in with conditions, each with an owner and a date; no strategic volume until they are met.',
      '附条件准入，每项条件明确责任人和期限；条件完成前不承接战略业务量。',
    ),
  },
  {
    from: '75',
    result: 'qualified',
    entails: say('Let in for the services assessed.', '准予承接所评估的服务。'),
  },
];
