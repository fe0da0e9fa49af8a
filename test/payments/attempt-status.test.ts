import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AttemptStatus, isSettled, reduceStatus } from '../../api/payments/attempt-status.ts';

const ALL = Object.values(AttemptStatus);

describe('where a charge stands', () => {
  test.each([
    ['PENDING', 'SETTLED', 'SETTLED'],
    ['SETTLED', 'PENDING', 'SETTLED'],
    ['EXPIRED', 'SETTLED', 'SETTLED'],
    ['CANCELLED', 'SETTLED', 'SETTLED'],
    ['CANCELLED', 'PENDING', 'CANCELLED'],
    ['SETTLED', 'EXPIRED', 'SETTLED'],
    ['SETTLED', 'CANCELLED', 'SETTLED'],
    ['PARTLY_REFUNDED', 'SETTLED', 'PARTLY_REFUNDED'],
    ['REFUNDED', 'PARTLY_REFUNDED', 'REFUNDED'],
    ['REVERSED', 'SETTLED', 'REVERSED'],
  ] as const)('%s, then %s, is %s', (known, seen, expected) => {
    expect(reduceStatus(known, seen, false)).toBe(expected);
  });

  test('a denial after the settlement is a reversal where the bank can do that, and nothing elsewhere', () => {
    expect(reduceStatus('SETTLED', 'DENIED', true)).toBe('REVERSED');
    expect(reduceStatus('SETTLED', 'DENIED', false)).toBe('SETTLED');
    expect(reduceStatus('PENDING', 'DENIED', true)).toBe('DENIED');
  });

  test('money that came is never forgotten, in whatever order the answers come', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ALL)), fc.boolean(), (answers, canBeReversed) => {
        let status: AttemptStatus = 'STARTING';
        for (const seen of answers) {
          const next = reduceStatus(status, seen, canBeReversed);
          if (isSettled(status)) expect(isSettled(next) || next === 'REVERSED').toBe(true);
          status = next;
        }
      }),
    );
  });

  test('without reversals the end does not depend on the order of the answers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('PENDING', 'SETTLED', 'PARTLY_REFUNDED', 'REFUNDED', 'EXPIRED'), { maxLength: 6 }),
        (answers) => {
          const end = (list: readonly string[]) =>
            list.reduce<AttemptStatus>(
              (status, seen) => reduceStatus(status, seen as AttemptStatus, false),
              'STARTING',
            );
          expect(end([...answers].sort())).toBe(end([...answers].sort().reverse()));
        },
      ),
    );
  });
});
