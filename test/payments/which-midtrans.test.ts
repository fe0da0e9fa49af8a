import { describe, expect, test } from 'vitest';
import { readConfig } from '../../api/config.ts';

const SANDBOX = { MIDTRANS_SERVER_KEY: 'SB-Mid-server-x', MIDTRANS_CLIENT_KEY: 'SB-Mid-client-x' };
const PRODUCTION = { MIDTRANS_SERVER_KEY: 'Mid-server-x', MIDTRANS_CLIENT_KEY: 'Mid-client-x', SEED: 'none' };
const environmentOf = (variables: Record<string, string>) => readConfig(variables).midtrans.environment;

describe('the keys of Midtrans alone switch from the simulator', () => {
  test.each([
    ['no keys', {}, 'simulator'],
    ['the server key alone', { MIDTRANS_SERVER_KEY: 'SB-Mid-server-x' }, 'simulator'],
    ['keys of the sandbox', SANDBOX, 'sandbox'],
    ['keys of production', PRODUCTION, 'production'],
    ['keys, and the simulator by name', { ...SANDBOX, MIDTRANS_ENV: 'simulator' }, 'simulator'],
  ])('%s', (_what, variables, environment) => {
    expect(environmentOf(variables)).toBe(environment);
  });

  test('a key that is none of Midtrans stops the start, and so does the demo beside production', () => {
    expect(() => environmentOf({ ...PRODUCTION, MIDTRANS_SERVER_KEY: 'oops' })).toThrow('MIDTRANS_SERVER_KEY');
    expect(() => environmentOf({ ...PRODUCTION, SEED: 'demo' })).toThrow('SEED');
    expect(() => environmentOf({ ...SANDBOX, MIDTRANS_ENV: 'production' })).toThrow('MIDTRANS_SERVER_KEY');
  });

  test('where others reach the server there is no simulator', () => {
    expect(() => environmentOf({ HOST: '0.0.0.0' })).toThrow('MIDTRANS_ENV');
    expect(environmentOf({ HOST: '0.0.0.0', DEMO: '1' })).toBe('simulator');
  });
});
