import { expect, test } from 'vitest';
import { dayOf, mondayOf, mondayOfWeek, weekOf, weeksBefore } from '../../../api/search/past/week.ts';

test('a week begins on Monday at midnight in WIB, which is Sunday 17:00 UTC', () => {
  expect(mondayOf(new Date('2026-11-22T16:59:59Z'))).toBe('2026-11-16');
  expect(mondayOf(new Date('2026-11-22T17:00:00Z'))).toBe('2026-11-23');
  expect(dayOf(new Date('2026-11-22T17:00:00Z'))).toBe('2026-11-23');
});

test.each([
  ['2026-W48', '2026-11-23'],
  ['2026-W01', '2025-12-29'],
  ['2026-W53', '2026-12-28'],
  ['2027-W01', '2027-01-04'],
])('week %s of ISO 8601 begins on %s', (week, monday) => {
  expect([mondayOfWeek(week), weekOf(monday)]).toEqual([monday, week]);
});

test.each(['2027-W53', '2026-W00', '2026-W54', '2026-48', '1999-W10', 'W48', '', '2026-W48 '])(
  '%j is no week',
  (week) => {
    expect(mondayOfWeek(week)).toBeNull();
  },
);

test('weeks are counted back over the end of a year', () => {
  expect(weeksBefore('2027-01-04', 1)).toBe('2026-12-28');
});
