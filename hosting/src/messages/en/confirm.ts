export const confirm = {
  'confirm.cancel': 'Cancel',
} as const;
