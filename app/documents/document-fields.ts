import { z } from 'zod';
import { choice, optionalChoice, optionalDate, optionalText } from '~/shared/fields';
import { documentKinds } from './document-kind';
import { documentLanguages } from './document';

/** What is said of a document when it is handed in; without a title it is called by its file's name. */
export const documentFields = z.object({
  title: optionalText(200),
  kind: choice(documentKinds),
  language: optionalChoice(documentLanguages),
  version: optionalText(40),
  expiresOn: optionalDate(),
});
