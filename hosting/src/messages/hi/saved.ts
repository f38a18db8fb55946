import type { saved as english } from '../en/saved';
import type { Translation } from '../translation';

export const saved: Translation<typeof english> = {
  'saved.page.title': 'सहेजी गई सूचियाँ',
};
