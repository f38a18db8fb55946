import type { confirm as english } from '../en/confirm';
import type { Translation } from '../en/translation';

export const confirm: Translation<typeof english> = {
  'confirm.cancel': 'रहने दें',
};
