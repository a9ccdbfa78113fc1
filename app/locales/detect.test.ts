import { describe, expect, it } from 'vitest';
import { cookieValue, detectLanguage } from './detect';

describe('the language of a reader', () => {
  it('is the person’s setting before anything else', () => {
    const cookie = 'language=en';
    expect(detectLanguage({ person: 'zh-CN', cookie, acceptLanguage: 'en' })).toBe('zh-CN');
  });

  it('is the cookie’s where nobody is signed in', () => {
    expect(detectLanguage({ cookie: 'a=b; language=zh-CN', acceptLanguage: 'en' })).toBe('zh-CN');
    expect(detectLanguage({ cookie: 'language=klingon', acceptLanguage: 'zh-TW' })).toBe('zh-CN');
  });

  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr,de;q=0.9,zh;q=0.2', 'zh-CN'],
    ['en;q=0.3, zh-Hans;q=0.7', 'zh-CN'],
    ['zh;q=0, en', 'en'],
    ['fr', 'en'],
    ['', 'en'],
    ['zho-nonsense;;;q=', 'en'],
  ])('asked for %s is %s', (acceptLanguage, language) => {
    expect(detectLanguage({ acceptLanguage })).toBe(language);
  });
});

it('reads a cookie that is not well formed as absent', () => {
  expect(cookieValue('language=%E0%A4', 'language')).toBeNull();
  expect(cookieValue('xlanguage=en', 'language')).toBeNull();
  expect(cookieValue(null, 'language')).toBeNull();
});
