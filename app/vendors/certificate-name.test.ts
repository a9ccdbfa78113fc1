import { expect, it } from 'vitest';
import { translate } from '~/locales/i18n.server';
import { certificateName } from './certificate-name';

it('says usual certificates in the reader’s language and leaves any other as it was written', () => {
  const names = ['Safety audit', 'ISO 27001', '道路运输经营许可证', 'toString'];
  expect(names.map((name) => certificateName(name, translate('en')))).toEqual(names);
  expect(names.map((name) => certificateName(name, translate('zh-CN')))).toEqual([
    '安全审计',
    ...names.slice(1),
  ]);
});
