import type { Emotion } from '../mood/emotion';
import type { Choice } from '../photo/chosen-file';

/** What a newcomer begins with on the landing page, before anybody is signed in: a mood or a photo. */
export type FirstWish = { readonly emotion: Emotion } | { readonly choice: Choice };
