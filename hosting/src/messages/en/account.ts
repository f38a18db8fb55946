export const account = {
  'account.title': 'Welcome',
  'account.subtitle': 'Sign in, or create an account with the same two fields.',
  'account.email': 'E-mail',
  'account.password': 'Password',
  'account.password.hint': 'At least 6 characters',
  'account.password.show': 'Show',
  'account.password.show.label': 'Show password',
  'account.sign-in': 'Sign in',
  'account.sign-up': 'Create account',
  'account.sign-out': 'Sign out',
  'account.signing-in': 'Signing in …',
  'account.signing-up': 'Creating your account …',
  'account.error.email-missing': 'Please type your e-mail address.',
  'account.error.email-invalid': 'That does not look like an e-mail address. Is there a typo?',
  'account.error.password-missing': 'Please type your password.',
  'account.error.password-weak':
    'That password is too easy to guess. Please use at least 6 characters.',
  'account.error.email-taken':
    'There is already an account with this e-mail address. Choose “Sign in” to use it.',
  'account.error.credentials':
    'E-mail or password is not right. If you are new here, choose “Create account”.',
  'account.error.disabled': 'This account has been switched off.',
  'account.error.too-many': 'Too many tries in a row. Please wait a minute and try again.',
  'account.error.network': 'Moodify cannot be reached. Please check the connection and try again.',
  'account.error.unknown': 'That did not work. Please try again in a moment.',
} as const;
