export const contactSides = ['ours', 'vendor'] as const;
export const contactRoles = ['sponsor', 'account_manager', 'escalation'] as const;
/** Whom to turn to first, next and last. */
export const escalationLevels = [1, 2, 3] as const;
