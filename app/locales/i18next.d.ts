import 'i18next';
import type { Words } from './en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: readonly ['common', keyof Words];
    resources: Words;
    returnNull: false;
  }
}
