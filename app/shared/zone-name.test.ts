import { expect, it } from 'vitest';
import { zoneName } from './zone-name';

it('calls a time zone by its name in the language of the reader', () => {
  expect(zoneName('America/New_York', 'en')).toBe('Eastern Time');
  expect(zoneName('America/New_York', 'zh-CN')).toBe('北美东部时间');
  expect(zoneName('Asia/Shanghai', 'en')).toBe('China Standard Time');
  expect(zoneName('UTC', 'zh-CN')).not.toBe('');
});
