export type { Recipe } from './notes/recipe';
export { Original } from './original';
export { startWorkersBy } from './renderer/remote-renderer';
export { composeFile, type PieceFile } from './piece-file';
