export const player = {
  'player.title': 'Player',
  'player.play': 'Play',
  'player.pause': 'Pause',
  'player.next': 'Next track',
  'player.previous': 'Previous track',
  'player.seek': 'Place in the track',
  'player.like': 'Like',
  'player.dislike': 'Do not play this again',
  'player.composing': 'Composing this piece, {percent} …',
  'player.loading': 'Loading …',
  'player.skipped': '“{title}” cannot be played right now and was left out.',
} as const;
