export const trouble = {
  'trouble.slow':
    'This is taking longer than it should. It may still finish, or you can try again.',
  'trouble.slow-upload': 'The upload isn’t getting anywhere. Check your connection, or try again.',
  'trouble.offline': 'You’re offline. Try again when you’re back online.',
  'trouble.waiting':
    'You’re offline. Your photo is kept on this device and will be sent when you’re back online.',
  'trouble.network': 'The connection was lost. Try again.',
  'trouble.denied': 'This account isn’t allowed to do that. Sign out and sign in again.',
  'trouble.session': 'Your session has ended. Sign out and sign in again.',
  'trouble.app-check':
    'This page couldn’t be verified. Reload it, and turn off anything that blocks reCAPTCHA.',
  'trouble.too-many': 'That was a lot at once. Wait a minute and try again.',
  'trouble.unknown': 'Something went wrong on our side. Try again.',
  'trouble.retry': 'Try again',
} as const;
