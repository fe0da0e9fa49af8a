/** What the API takes (api/search/terms/term-limits.ts); a test of the desk holds both to the same. */
export const TERM_LIMITS = { characters: 60, words: 5, meanings: 50 } as const;
