import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedPickupAt, isAcceptingOrders } from '../../api/pickup/index.ts';
import { minutesOf, openingOn, presentOrNextOpening } from '../../api/pickup/opening-hours.ts';
import { everyDay } from '../support/makers/pickup.ts';

/** An instant by the clock of Depok; 24 November 2026 is a Tuesday. */
const wib = (text: string): Date => new Date(`${text}:00+07:00`);
const weekdays = everyDay('07:30', '16:00').filter(({ dayOfWeek }) => dayOfWeek <= 5);

describe('opening hours', () => {
  test('are read in the time of Depok, also where the day there and in UTC differ', () => {
    expect(openingOn(weekdays, wib('2026-11-23T00:30'))?.opensAt).toEqual(wib('2026-11-23T07:30'));
    expect(openingOn(weekdays, wib('2026-11-22T23:30'))).toBeNull(); // Sunday evening, Sunday in UTC too
    expect(openingOn(weekdays, wib('2026-11-28T06:00'))).toBeNull(); // Saturday, still Friday in UTC
  });

  test('give the opening that goes on, up to the minute of closing', () => {
    expect(presentOrNextOpening(weekdays, wib('2026-11-24T15:59'))?.closesAt).toEqual(wib('2026-11-24T16:00'));
    expect(presentOrNextOpening(weekdays, wib('2026-11-24T16:00'))?.opensAt).toEqual(wib('2026-11-25T07:30'));
  });

  test('skip the weekend', () => {
    expect(presentOrNextOpening(weekdays, wib('2026-11-27T17:00'))?.opensAt).toEqual(wib('2026-11-30T07:30'));
  });

  test('take 24:00 as midnight and nothing later', () => {
    expect(minutesOf('24:00')).toBe(1440);
    expect(minutesOf('24:01')).toBeNull();
    expect(minutesOf('8:00')).toBeNull();
    expect(minutesOf('08:60')).toBeNull();
  });
});

describe('the day of collecting', () => {
  const point = { hours: weekdays, holdingDays: 3, isActive: true };

  test('is the next open day for an order before 15:00', () => {
    expect(expectedPickupAt(point, wib('2026-11-24T14:59'))).toEqual(wib('2026-11-25T07:30'));
  });

  test('is one open day later from 15:00 on', () => {
    expect(expectedPickupAt(point, wib('2026-11-24T15:00'))).toEqual(wib('2026-11-26T07:30'));
  });

  test('falls on Monday for an order of Friday', () => {
    expect(expectedPickupAt(point, wib('2026-11-27T10:00'))).toEqual(wib('2026-11-30T07:30'));
  });

  test('does not exist, and the point takes no orders, without an open day within the holding window', () => {
    const sundays = { hours: everyDay().filter(({ dayOfWeek }) => dayOfWeek === 7), holdingDays: 1, isActive: true };
    expect(expectedPickupAt(sundays, wib('2026-11-24T10:00'))).toBeNull();
    expect(isAcceptingOrders(sundays, wib('2026-11-24T10:00'))).toBe(false);
    expect(isAcceptingOrders({ ...point, isActive: false }, wib('2026-11-24T10:00'))).toBe(false);
  });

  test('is always in the future and always at an opening', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }), (at) => {
        const expected = expectedPickupAt(point, at);
        expect(
          expected && expected > at && openingOn(weekdays, expected)?.opensAt.getTime() === expected.getTime(),
        ).toBe(true);
      }),
    );
  });
});
