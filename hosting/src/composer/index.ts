export type { Recipe } from './notes/recipe';
export { Original } from './original';
