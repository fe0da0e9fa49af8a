import { describe, expect, test } from 'vitest';
import { ALWAYS, markQuery, marksOf, mayCarry, sizeOf } from '../../api/search/changes/form-marks.ts';
import { allOf, anyOf, type FormQuery, NOTHING } from '../../api/search/form-query.ts';

const form = (text: string, isBegun = false): FormQuery => ({ form: text, isBegun });
const DOCUMENT = marksOf(['.kopi', '.susu', '^kopi', '-gurih', '@beji', '.kerudungpanjang']);
const carries = (query: FormQuery): boolean => mayCarry(DOCUMENT, markQuery(query));

describe('marks of a document', () => {
  test.each<[string, FormQuery, boolean]>([
    ['a form of it', form('.kopi'), true],
    ['a form of another field', form('/kopi'), false],
    ['any of several', anyOf([form('.teh'), form('.susu')]), true],
    ['none of several', anyOf([form('.teh'), form('.jahe')]), false],
    ['all', allOf([form('.kopi'), form('@beji')]), true],
    ['not all', allOf([form('.kopi'), form('@limo')]), false],
    ['the beginning of a form', form('.kop', true), true],
    ['a long beginning', form('.kerudungp', true), true],
    ['no beginning', form('.kot', true), false],
    ['a beginning that is no form', form('.kop'), false],
    ['nothing', NOTHING, false],
    ['all of which one is nothing', allOf([form('.kopi'), NOTHING]), false],
  ])('say whether it may carry %s', (_what, query, isCarried) => {
    expect(carries(query)).toBe(isCarried);
  });

  test('say of what they cannot tell that it may be carried', () => {
    expect(carries(form('.k', true))).toBe(true);
    expect(carries(form('-zuxo', true))).toBe(true);
    expect(carries(form('.kerudungpendek', true))).toBe(true);
    expect(mayCarry(marksOf([]), ALWAYS)).toBe(true);
  });

  test('are few bytes', () => {
    const forms = Array.from({ length: 300 }, (_, at) => `-kata${at}`);
    expect(marksOf(forms).byteLength).toBe(1200);
    expect(sizeOf(markQuery(allOf([form('.kopi'), anyOf([form('.susu'), form('/susu')])])))).toBe(5);
  });
});
