/** The same texts as in English, in another language: none is missing, and none is too many. */
export type Translation<English> = Readonly<Record<keyof English, string>>;
