import type { CheckState } from '~/onboarding/due-diligence';
import type { IdentifierKind } from '~/vendors/identifier';

/** What the parts of a check's page are told. */
export type CheckParts = {
  check: { id: number; state: CheckState };
  vendor: { id: number; name: string; code: string; country: string | null };
  isOutside: boolean;
  evidence: {
    evidence: {
      id: number;
      kind: 'link' | 'note';
      title: string;
      url: string | null;
      note: string | null;
      addedAt: string;
    };
    addedBy: string | null;
    /** Somebody outside takes out the own alone. */
    isRemovable: boolean;
  }[];
  documents: { id: number; title: string; uploadedAt: string; uploader: string | null }[];
  reviewers: { id: number; name: string; email: string }[];
  identifiers: { id: number; kind: IdentifierKind; value: string }[];
  screening: { open: number; same: number; at: string | null; code: string } | null;
  may: { review: boolean; share: boolean };
};
