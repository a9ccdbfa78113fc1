/** Words before and around signing in. */
export const door = {
  signIn: {
    title: 'Sign in',
    email: 'Email address',
    password: 'Password',
    submit: 'Sign in',
    forgotten: 'Forgotten your password?',
    passwordSet: 'Your password is set. Sign in with it.',
    signedOut: 'You are signed out.',
    demoTitle: 'Look around as',
    demoHelp: 'One click signs in to the demo. These accounts work on this machine alone.',
    demoSubmit: 'Sign in as {{name}}',
  },
  welcome: {
    title: 'Set up Mainstay',
    lead: 'This store is empty. The first person is an administrator, who takes in the others.',
    name: 'Your name',
    submit: 'Create administrator',
    elsewhere: 'The portal is not set up yet',
    elsewhereHelp:
      'The first administrator is created on the machine that runs the portal: open this address there, or run the command below.',
  },
  reset: {
    title: 'Set a new password',
    lead: 'Enter your address. If it is known here, a link comes by mail that works once, within an hour.',
    submit: 'Send link',
    sentTitle: 'Look into your mail',
    sent: 'If the address is known here, a link is on its way. It works once, within an hour. Nothing there after a few minutes? Look into the spam folder, or ask your administrator.',
    back: 'Back to sign-in',
    newLead: 'Choose a password for {{email}}.',
    deadTitle: 'This link no longer works',
    dead: 'Links work once and for a short time, and a newer link replaces an older one. Ask for another.',
    again: 'Ask for another link',
  },
  password: {
    label: 'New password',
    help: 'At least {{min}} characters. A few words in a row are easy to remember and hard to guess.',
    save: 'Set password',
  },
} as const;
