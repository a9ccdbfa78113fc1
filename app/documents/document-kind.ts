/** What a kept document is. */
export const documentKinds = [
  'contract',
  'amendment',
  'registration',
  'licence',
  'certificate',
  'insurance',
  'financial',
  'policy',
  'audit_report',
  'evidence',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The kinds of record that a document may belong to; the vendor itself among them. */
export const subjectKinds = [
  'vendor',
  'certificate',
  'questionnaire',
  'check',
  'assessment',
  'contract',
  'amendment',
  'review',
  'manual_entry',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];
