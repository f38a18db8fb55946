export const insights = {
  'insights.page.title': 'Insights',
} as const;
