export type { Recipe } from './notes/recipe';
export { Original } from './original';
export { composeFile, type PieceFile } from './piece-file';
