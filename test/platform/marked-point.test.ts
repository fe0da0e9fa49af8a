import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { armMarkedPoints, passMarkedPoint, placeOfCaller } from '../../api/platform/marked-point.ts';

const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
const pass = (...names: string[]): void => passMarkedPoint('before', 'commit of', () => names);

beforeAll(() => armMarkedPoints(null));
afterEach(() => {
  armMarkedPoints(null);
  kill.mockClear();
});

describe('F2: a process ends at a marked point', () => {
  test('that is armed, and at no other', () => {
    armMarkedPoints('before commit of OrderPlaced');
    pass('OrderCancelled');
    expect(kill).not.toHaveBeenCalled();
    pass('PaymentOpened', 'OrderPlaced');
    expect(kill).toHaveBeenCalledWith(process.pid, 'SIGKILL');
  });

  test('at the passing that is asked for', () => {
    armMarkedPoints('before commit of OrderPlaced#3');
    pass('OrderPlaced');
    pass('OrderPlaced');
    expect(kill).not.toHaveBeenCalled();
    pass('OrderPlaced');
    expect(kill).toHaveBeenCalledTimes(1);
  });

  test('of several that are armed, at the first that it passes', () => {
    armMarkedPoints('before commit of OrderPlaced#2\nbefore commit of ParcelPacked');
    pass('OrderPlaced');
    pass('ParcelPacked');
    expect(kill).toHaveBeenCalledTimes(1);
  });

  test('not on the other side of the commit', () => {
    armMarkedPoints('after commit of OrderPlaced');
    pass('OrderPlaced');
    expect(kill).not.toHaveBeenCalled();
  });

  test('nothing is looked for while none is armed', () => {
    const names = vi.fn(() => ['OrderPlaced']);
    passMarkedPoint('before', 'commit of', names);
    expect(names).not.toHaveBeenCalled();
    expect(placeOfCaller(pass)).toBeNull();
  });
});
