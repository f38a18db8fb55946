import type { confirm as english } from '../en/confirm';
import type { Translation } from '../translation';

export const confirm: Translation<typeof english> = {
  'confirm.cancel': 'रहने दें',
};
