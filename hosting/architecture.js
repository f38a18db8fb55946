import { createNodeResolver, importX } from 'eslint-plugin-import-x';

/**
 * The folders of src/ in layers, the lowest first. A folder may import from layers listed before its own,
 * never from its own layer or a later one; so no circle of folders can come about.
 */
export const LAYERS = [
  ['composer', 'messages', 'style'],
  ['shared'],
  ['firebase', 'service-worker'],
  ['mood'],
  ['account', 'photo', 'playlist', 'settings'],
  ['camera', 'consent', 'feedback', 'journey'],
  ['player/engine'],
  ['session'],
  ['insights', 'landing', 'player/ui', 'profile', 'saved'],
  ['history'],
  ['home'],
  ['app'],
];

/** The folders within a folder, the lowest first, by the same rule. Its own files come after all of them. */
export const INNER_LAYERS = {
  composer: ['notes', 'sound', 'stream', 'renderer'],
  messages: ['en', 'hi'],
  photo: ['faces'],
  saved: ['export'],
};

const message = 'See the layers in architecture.js.';

/** @param {string} folder */
const all = (folder) => `src/${folder}/**/*`;
/** @param {string} folder */
const own = (folder) => `src/${folder}/*`;

const betweenFolders = LAYERS.flatMap((layer, index) =>
  layer.map((folder) => ({
    target: all(folder),
    message,
    from: [
      'src/*',
      ...LAYERS.slice(index)
        .flat()
        .filter((other) => other !== folder)
        .map(all),
    ],
  })),
);

const withinFolders = Object.entries(INNER_LAYERS).flatMap(([folder, layers]) =>
  layers.map((layer, index) => ({
    target: all(`${folder}/${layer}`),
    message,
    from: [own(folder), ...layers.slice(index + 1).map((other) => all(`${folder}/${other}`))],
  })),
);

const composerByItsEntry = {
  target: 'src/!(composer)/**/*',
  from: 'src/composer/*/**/*',
  message: 'The composer is a package: import from its index.',
};

/** Has ESLint refuse what the layers do not allow. */
export const boundaries = {
  files: ['src/**/*.ts'],
  plugins: { 'import-x': importX },
  settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts'] })] },
  rules: {
    'import-x/no-restricted-paths': [
      'error',
      {
        basePath: import.meta.dirname,
        zones: [...betweenFolders, ...withinFolders, composerByItsEntry],
      },
    ],
  },
};
