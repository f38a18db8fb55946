export const saved = {
  'saved.page.title': 'Saved playlists',
} as const;
