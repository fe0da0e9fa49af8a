import { bilingual } from './bilingual.ts';

/** What is said of what was typed when it cannot be taken. */
export const fieldWords = bilingual(
  {
    blank: 'Tulis dulu alasannya.',
    notASum: 'Tulis rupiah bulat tanpa koma, misalnya 5.000.',
    atLeast: (amount: string) => `Paling sedikit ${amount}.`,
    atMost: (amount: string) => `Paling banyak ${amount}.`,
  },
  {
    blank: 'First write the reason.',
    notASum: 'Write whole rupiah, e.g. 5.000: a point before each three digits, or none.',
    atLeast: (amount: string) => `At least ${amount}.`,
    atMost: (amount: string) => `At most ${amount}.`,
  },
);
