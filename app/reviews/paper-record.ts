import type { ActionState } from '~/actions/action';
import type { AgendaItem, PackRating } from '~/packs/section';
import type { decisionKinds, signatureStates } from './record';

/** What a meeting left behind, as its papers say it. */
export type PaperRecord = {
  ratings: readonly {
    figureId: string;
    computed: PackRating | null;
    rating: PackRating;
    reason: string | null;
  }[];
  notes: readonly { agenda: AgendaItem; text: string }[];
  decisions: readonly { kind: (typeof decisionKinds)[number]; text: string }[];
  actions: readonly {
    title: string | null;
    owner: string | null;
    side: 'ours' | 'vendor';
    dueOn: string | null;
    state: ActionState;
  }[];
  signatures: readonly {
    side: 'ours' | 'vendor';
    state: (typeof signatureStates)[number];
    person: string | null;
    comment: string | null;
    signedOn: string;
  }[];
};
