/** Letters about accounts and invitations. */
export const people = {
  passwordLink: {
    subject: 'Set your password for Mainstay',
    body: 'Dear {{name}},\n\nwith this link you set a new password for {{email}}. It works once, within {{hours}} h:\n\n{{link}}\n\nIf nobody asked for it on your behalf, do nothing: your password stays as it is.\n\nMainstay',
  },
  invitation: {
    subject: 'Your access to Mainstay',
    body: 'Dear {{name}},\n\nyou have been given access to Mainstay with the address {{email}}. Set your password with this link; it works once, within {{hours}} h:\n\n{{link}}\n\nMainstay',
  },
  vendorInvitation: {
    subject: '{{vendor}}: your invitation as a vendor',
    body: 'Dear {{name}},\n\nwe would like to know {{vendor}} better, for these services: {{services}}.\n\nPlease describe your company in our portal. This link signs you in; it works once, within {{days}} days:\n\n{{link}}\n\nYou can save as you go, come back later, and fill in the questionnaire in Excel if you prefer.\n\nMainstay',
  },
  vendorInvitationPlain: {
    subject: '{{vendor}}: your invitation as a vendor',
    body: 'Dear {{name}},\n\nwe would like to know {{vendor}} better. Please describe your company in our portal. This link signs you in; it works once, within {{days}} days:\n\n{{link}}\n\nYou can save as you go, come back later, and fill in the questionnaire in Excel if you prefer.\n\nMainstay',
  },
  colleagueInvited: {
    subject: 'Is {{name}} to speak for {{vendor}}?',
    body: '{{by}} wants to invite {{name}} ({{email}}) to sign in for {{vendor}}. Nothing is mailed to this person before one of you, or a second person of ours, has confirmed it.\n\nConfirm it if you know this person, else refuse: {{link}}\n\nMainstay',
  },
  invitationRefused: {
    subject: '{{vendor}}: your invitation of {{name}} was refused',
    body: '{{by}} has refused your invitation of {{name}} ({{email}}) to sign in for {{vendor}}. Nothing was mailed to this person.\n\nSee who is invited, and propose it again if it was meant: {{link}}\n\nMainstay',
  },
} as const;
