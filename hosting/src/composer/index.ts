export type { Recipe } from './recipe';
export { composeOriginal } from './original';
