import type { insights as english } from '../en/insights';
import type { Translation } from '../translation';

export const insights: Translation<typeof english> = {
  'insights.page.title': 'रुझान',
};
