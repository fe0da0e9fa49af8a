import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newCode, readCode } from '../../api/orders/codes.ts';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = fc.integer({ min: 4, max: 12 });

describe('a code for people', () => {
  test('has no letter that is taken for another, and is read as it was written', () => {
    fc.assert(
      fc.property(length, (letters) => {
        const code = newCode(letters);
        expect(code).toMatch(new RegExp(`^[${LETTERS}]{${letters}}$`));
        expect(readCode(code, letters)).toBe(code);
      }),
    );
  });

  test('is read from small letters, blanks, dashes, O for 0, I and L for 1, with or without its prefix', () => {
    fc.assert(
      fc.property(fc.constantFrom('o', 'O', '0'), fc.constantFrom('i', 'l', 'I', 'L', '1'), (zero, one) => {
        const code = newCode(8);
        const typed = code.replaceAll('0', zero).replaceAll('1', one).toLowerCase();
        expect(readCode(` ${typed.slice(0, 4)}-${typed.slice(4)} `, 8)).toBe(code);
        expect(readCode(`pk-${typed}`, 8, 'PK')).toBe(code);
      }),
    );
  });

  test('with any one letter wrong is noticed', () => {
    fc.assert(
      fc.property(length, fc.nat(), fc.integer({ min: 1, max: 31 }), (letters, at, shift) => {
        const code = newCode(letters);
        const place = at % letters;
        const wrong = LETTERS[(LETTERS.indexOf(code[place]!) + shift) % 32];
        expect(readCode(code.slice(0, place) + wrong + code.slice(place + 1), letters)).toBeNull();
      }),
    );
  });

  test('with any two letters swapped is noticed', () => {
    fc.assert(
      fc.property(length, fc.nat(), fc.nat(), (letters, a, b) => {
        const places = [...newCode(letters)];
        const [one, two] = [a % letters, b % letters];
        const swapped = places.with(one, places[two]!).with(two, places[one]!);
        fc.pre(swapped.join() !== places.join());
        expect(readCode(swapped.join(''), letters)).toBeNull();
      }),
    );
  });

  test('of another length, with other signs, or endless, is none', () => {
    for (const text of ['', 'BJ-', newCode(7), `${newCode(8)}0`, '!!!!!!!!', 'UUUUUUUU', 'A'.repeat(10_000)])
      expect(readCode(text, 8)).toBeNull();
  });
});
