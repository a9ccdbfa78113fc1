import { expect, it } from 'vitest';
import { languages } from '~/locales/languages';
import { translate } from '~/locales/i18n.server';
import { certificateName } from './certificate-name';
import { certificateNames } from './certificate-name.server';
import { keptCertificate } from './kept-certificate';

const usual = ['Business licence', 'Liability insurance', 'Safety audit'];
const others = ['ISO 27001', '道路运输经营许可证', 'toString'];

it('says usual certificates in the reader’s language and leaves any other as it was written', () => {
  const said = (language: (typeof languages)[number]) =>
    [...usual, ...others].map((name) => certificateName(name, translate(language)));
  expect(said('en')).toEqual([...usual, ...others]);
  expect(said('zh-CN')).toEqual(['营业执照', '责任保险', '安全审计', ...others]);
});

it('names a certificate in each language where a letter or a pack is written once for both', () => {
  expect(certificateNames('Safety audit')).toEqual({ en: 'Safety audit', 'zh-CN': '安全审计' });
  expect(certificateNames('ISO 27001')).toEqual({ en: 'ISO 27001', 'zh-CN': 'ISO 27001' });
});

it('keeps one name for a usual certificate, in whichever language it is typed', () => {
  for (const language of languages)
    for (const name of [...usual, ...others])
      expect(keptCertificate(certificateName(name, translate(language)))).toBe(name);
  expect(keptCertificate('safety audit')).toBe('Safety audit');
});
