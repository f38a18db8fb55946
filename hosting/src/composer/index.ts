export type { Recipe } from './recipe';
export { Original } from './original';
