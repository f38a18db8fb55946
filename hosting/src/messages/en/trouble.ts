export const trouble = {
  'trouble.slow': 'This takes longer than it should. It may still come; you can also try again.',
  'trouble.slow-upload':
    'The upload is not getting on. Please check the connection; you can also try again.',
  'trouble.offline': 'You are offline. Please try again when the connection is back.',
  'trouble.waiting':
    'You are offline. Your photo is kept on this device and goes on its way as soon as the connection is back.',
  'trouble.network': 'The connection was lost. Please try again.',
  'trouble.denied': 'That is not allowed with this account. Please sign out and in again.',
  'trouble.session': 'Your session has ended. Please sign out and in again.',
  'trouble.too-many': 'That was a lot at once. Please wait a minute and try again.',
  'trouble.unknown': 'Something went wrong on our side. Please try again.',
  'trouble.retry': 'Try again',
} as const;
