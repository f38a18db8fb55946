export const history = {
  'history.title': 'Your last entries',
  'history.empty': 'Nothing yet. Your first photo starts the list.',
  'history.error': 'Your last entries cannot be shown right now.',
  'history.analyzing': 'being read',
  'history.no-face': 'no face',
  'history.failed': 'not readable',
  'history.page.title': 'History',
} as const;
