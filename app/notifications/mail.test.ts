import { describe, expect, it } from 'vitest';
import { writeMail } from './mail';

const reminder = { vendor: 'Brittle Freight', name: 'ISO-2022-05', date: '2024-01-31', days: 7 };

describe('a letter', () => {
  it('writes days as the reader’s language does, and leaves numbers that look like one', () => {
    expect(writeMail('en', 'certificateExpires', reminder).subject).toBe(
      'Brittle Freight: certificate ISO-2022-05 expires on 31 Jan 2024',
    );
    expect(writeMail('zh-CN', 'certificateExpires', reminder).subject).toBe(
      'Brittle Freight：证书“ISO-2022-05”将于2024年1月31日到期',
    );
  });

  it('writes several months in a row', () => {
    const overdue = { vendor: 'B', contract: 'C', period: ['2023-11', '2023-12'] };
    expect(writeMail('en', 'reportOverdue', overdue).subject).toBe(
      'KPI report for Nov 2023, Dec 2023 is overdue',
    );
    expect(writeMail('zh-CN', 'reportOverdue', overdue).subject).toBe(
      '2023年11月、2023年12月绩效报告已逾期',
    );
  });

  it('lists things of the language’s own name as the language lists things', () => {
    const missing = [
      { en: 'On-time arrival rate', 'zh-CN': '准点率' },
      { en: 'Cancellation rate', 'zh-CN': '取消率' },
    ];
    const body = (language: 'en' | 'zh-CN') =>
      writeMail(language, 'reportMissing', { vendor: 'B', contract: 'C', missing }).body;
    expect(body('en')).toContain('On-time arrival rate, Cancellation rate');
    expect(body('zh-CN')).toContain('准点率、取消率');
  });

  it('writes the month that a line begins with, and leaves a contract’s number', () => {
    const lines = '- 2024-01, 2024-07: 5,750.00 USD\n2023-12  OTD_PCT  71.25';
    const said = (language: 'en' | 'zh-CN') =>
      writeMail(language, 'creditsClaimed', { person: 'Ann', count: 1, lines }).body;
    expect(said('en')).toContain('- Jan 2024, 2024-07: 5,750.00 USD\nDec 2023  OTD_PCT  71.25');
    expect(said('zh-CN')).toContain('- 2024年1月, 2024-07: 5,750.00 USD');
    expect(writeMail('en', 'certificateExpires', { ...reminder, date: '4500-17-02' }).subject).toBe(
      'Brittle Freight: certificate ISO-2022-05 expires on 4500-17-02',
    );
  });

  it('leaves what a person wrote as it was written', () => {
    const said = { person: 'Ann', vendor: 'B', contract: 'C', reason: 'Since 2024-01-31' };
    expect(writeMail('en', 'contractReturned', said).body).toContain('Since 2024-01-31');
  });

  it.each([
    [1, '1 credit waived'],
    [2, '2 credits waived'],
  ])('counts %i', (count, subject) => {
    expect(writeMail('en', 'creditsWaived', { count }).subject).toBe(subject);
    expect(writeMail('zh-CN', 'creditsWaived', { count }).subject).toBe(`豁免 ${count} 笔服务抵扣`);
  });
});
