export const profile = {
  'profile.page.title': 'Profile',
} as const;
