export const saved = {
  'saved.page.title': 'Saved playlists',
  'saved.introduction': 'Playlists that you keep under a name of your own.',
  'saved.error': 'Your saved playlists cannot be shown right now.',
  'saved.empty.title': 'No playlist saved yet',
  'saved.empty': 'Open an entry and choose “Save playlist” to keep its music under a name.',
  'saved.empty.begin': 'Go to your history',
  'saved.more': 'Show more',
  'saved.loading': 'Loading …',
  'saved.more-shown.one': 'One more playlist shown.',
  'saved.more-shown.other': '{count} more playlists shown.',

  'saved.save': 'Save playlist',
  'saved.save.now': 'Save',
  'saved.saving': 'Saving …',
  'saved.name': 'Name of the playlist',
  'saved.name.missing': 'Please type a name.',
  'saved.first-name': '{emotion}, {goal}, {day}',
  'saved.done': 'Saved.',
  'saved.done.show': 'Show saved playlists',
  'saved.done.named': '“{name}” is saved.',

  'saved.play': 'Play {name}',
  'saved.rename': 'Rename {name}',
  'saved.rename.short': 'Rename',
  'saved.rename.confirm': 'Rename',
  'saved.renamed': 'The playlist is now called “{name}”.',
  'saved.delete': 'Delete {name}',
  'saved.delete.short': 'Delete',
  'saved.delete.title': 'Delete this playlist?',
  'saved.delete.explanation':
    '“{name}” is deleted for good. The entry that it came from, if it is still there, stays.',
  'saved.delete.confirm': 'Delete playlist',
  'saved.deleted': '“{name}” is deleted.',
  'saved.show-tracks': 'Tracks and export',

  'saved.export': 'Export',
  'saved.export.m3u': 'M3U file',
  'saved.export.json': 'JSON file',
  'saved.export.zip': 'M3U with music (ZIP)',
  'saved.export.composing': 'Composing piece {number} of {count}',
  'saved.export.originals.one':
    'One track is composed by Moodify in your browser and has no address: in the M3U it stands as a comment, in the JSON with what it is made from. The ZIP holds it as a file that plays.',
  'saved.export.originals.other':
    '{count} tracks are composed by Moodify in your browser and have no address: in the M3U they stand as comments, in the JSON with what they are made from. The ZIP holds them as files that play.',
  'saved.export.no-address':
    '{title}: composed by Moodify in the browser, so there is no address to play it from',
  'saved.exported': '{file} is being downloaded.',
} as const;
