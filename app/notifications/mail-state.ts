/** How far a letter has come. `kept`: there was nothing to deliver with. */
export const mailStates = ['queued', 'sending', 'sent', 'failed', 'kept'] as const;
