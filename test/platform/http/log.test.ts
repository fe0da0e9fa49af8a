import { describe, expect, test } from 'vitest';
import { noteFault } from '../../../api/platform/http/fault-notes.ts';
import { languageOf } from '../../../api/platform/http/language.ts';
import { createLog } from '../../../api/platform/http/log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('trace', { write: (line: string) => void lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  test('leaves out personal data and secrets, at the top and further down', () => {
    const person = { phone: '+6281200000001', name: 'Siti', address: 'Jl. Margonda', email: 'siti@example.id' };
    const secrets = {
      token: 'tok-1',
      pin: '123456',
      otp: '654321',
      password: 'pw-1',
      cookie: 'ck-1',
      authorization: 'Bearer at-1',
    };
    const text = logged((log) => {
      log.info({ ...person, ...secrets, kept: 'kept-1' }, 'top');
      log.info(
        { request: { headers: { ...secrets, 'set-cookie': 'sc-1' } }, order: { buyer: person }, buyer: person },
        'deep',
      );
      log.child({ phone: person.phone }).info('child');
    });
    expect(text).toContain('kept-1');
    expect(text).not.toMatch(/62812|Siti|Margonda|siti@|tok-1|123456|654321|pw-1|ck-1|at-1|sc-1/);
  });

  test('a phone number in a sentence is left out; addresses of machines, dates and sums stay', () => {
    const text = logged((log) => {
      log.warn('sent to +6281234567890, 081234567890, 0812-3456-7890 and 6281234567890, siti@example.id');
      log.info('listening at http://127.0.0.1:4000 since 2026-11-24T03:40:00Z for Rp9000000000');
    });
    expect(text).not.toMatch(/6281234|081234|0812-3456|siti@/);
    expect(text).toContain('listening at http://127.0.0.1:4000 since 2026-11-24T03:40:00Z for Rp9000000000');
  });

  test('an error keeps its kind, place and cause, and loses statements, rows and people', () => {
    const database = Object.assign(new Error('duplicate key value violates unique constraint "account_phone"'), {
      code: '23505',
      constraint: 'account_phone',
      table: 'account',
      detail: 'Key (phone)=(+6281200000001) already exists.',
    });
    const orm = Object.assign(new Error(`insert into "account" values ('Siti') - ${database.message}`), database, {
      previous: database,
      query: 'Siti',
    });
    const fault = new Error('placing failed for 081200000001', { cause: orm });
    const note = noteFault(fault);
    expect(note).toMatchObject({
      type: 'Error',
      message: 'placing failed for [number]',
      cause: { code: '23505', constraint: 'account_phone', table: 'account', message: database.message },
    });
    expect(note.stack).toMatch(/log\.test/);
    expect(JSON.stringify(note)).not.toMatch(/Siti|0812|62812|insert/);
    const text = logged((log) => log.error({ err: fault }, 'it broke'));
    expect(text).toContain('account_phone');
    expect(text).not.toMatch(/Siti|0812|62812/);
    expect(noteFault('just text 081200000001')).toEqual({ type: 'string', message: 'just text [number]' });
  });
});

describe('the language of a request', () => {
  test.each([
    [undefined, 'id'],
    ['', 'id'],
    ['en', 'en'],
    ['en-GB,en;q=0.8,id;q=0.5', 'en'],
    ['id-ID,id;q=0.9,en;q=0.8', 'id'],
    ['id;q=0.2, en;q=0.9', 'en'],
    ['fr, de', 'id'],
    ['fr, en;q=0.1', 'en'],
    ['en;q=0, id', 'id'],
    ['in, en;q=0.9', 'id'],
    ['*', 'id'],
    ['en;q=x;;,,,', 'en'],
  ])('%s is %s', (header, language) => expect(languageOf(header)).toBe(language));
});
