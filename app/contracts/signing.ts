import { keptList } from '~/shared/kept-list';
import { done, refused, type Outcome } from '~/shared/outcome';

/** Whether a contract may be signed: with required clauses missing only by someone with the right, and with a reason. */
export function maySign(
  missingClauses: readonly string[],
  maySignIncomplete: boolean,
  reason: string | null,
): Outcome {
  if (missingClauses.length === 0) return done();
  if (!maySignIncomplete)
    return refused('clauses_missing', { clauses: keptList(missingClauses) }, 'reason');
  return reason === null || reason.trim() === '' ? refused('required', {}, 'reason') : done();
}

/** What was signed: its versions by language, which of them prevails, or why they come later. */
export type SignedPapers = {
  languages: readonly (string | null)[];
  prevails: string | null;
  later: string | null;
};

/**
 * Whether the signed document is there in versions of different languages, one of which prevails, or it is said why it
 * comes later. The answer is the language that prevails: that of the only version, null where none is there yet. Refused:
 * neither document nor reason (`signed_document_missing`), a version without a language (`required`), one language twice
 * (`signed_language_twice`), a prevailing language in which there is no version (`signed_prevails_unknown`).
 */
export function checkPapers({ languages, prevails, later }: SignedPapers): Outcome<string | null> {
  if (languages.length === 0)
    return later === null || later.trim() === ''
      ? refused('signed_document_missing', {}, 'file')
      : done(null);
  const unsaid = languages.indexOf(null);
  if (unsaid >= 0) return refused('required', {}, languageField(unsaid));
  const twice = languages.findIndex((language, index) => languages.indexOf(language) < index);
  if (twice >= 0) return refused('signed_language_twice', {}, languageField(twice));
  const [only = null] = languages;
  if (languages.length === 1 && prevails === null) return done(only);
  return prevails !== null && languages.includes(prevails)
    ? done(prevails)
    : refused('signed_prevails_unknown', {}, 'prevails');
}

/** The field in which a version's language is entered: of the document, or of its translation. */
function languageField(index: number): string {
  return index === 0 ? 'language' : 'translation_language';
}
