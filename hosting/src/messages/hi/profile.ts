import type { profile as english } from '../en/profile';
import type { Translation } from '../translation';

export const profile: Translation<typeof english> = {
  'profile.page.title': 'प्रोफ़ाइल',
};
