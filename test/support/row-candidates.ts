import type { Client } from 'pg';

/** A column as a row must fill it. */
export interface Column {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
}

/** SQL values of a column's type: the first is an ordinary one, the others stand at the edges and beyond. */
function valuesOf(type: string): string[] {
  if (type === 'uuid') return ['gen_random_uuid()'];
  if (type.endsWith('[]')) return [`'{}'::${type}`, `array[${valuesOf(type.slice(0, -2))[0]}]::${type}`];
  if (type === 'boolean') return ['false', 'true'];
  if (/^(smallint|integer|bigint|numeric|double precision|real)/.test(type))
    return ['1', '0', '-1', '2', '5', '100', '1000000'];
  if (type === 'date') return [`'2026-11-23'::date`, `'2026-11-24'::date`];
  if (/^timestamp/.test(type)) return ['now()', `now() - interval '1 day'`, `now() + interval '1 day'`];
  if (/^jsonb?$/.test(type)) return [`'[]'::${type}`, `'{}'::${type}`, `'"x"'::${type}`];
  if (type === 'tsvector') return [`'x'::tsvector`];
  return [
    `'x'`,
    `''`,
    `repeat('x', 20)`,
    `repeat('x', 64)`,
    `repeat('a', 64)`,
    `repeat('x', 10000)`,
    `'AAAAAAAA'`,
    `'1234567890'`,
    `'+628120000001'`,
    `'https://a.example/'`,
    `'pk_' || repeat('a', 43)`,
    `'2026-11-24'`,
    `'5271791179'`,
  ];
}

/** Literals that a constraint names, and the numbers around them: what it speaks of is what it is tried with. */
function literalsIn(definition: string, type: string): string[] {
  if (type.endsWith('[]')) {
    const value = valuesOf(type.slice(0, -2))[0] ?? 'null';
    return [...definition.matchAll(/\b(\d{1,4})\b/g)].map(
      ([, n]) => `array_fill((${value})::${type.slice(0, -2)}, array[${Number(n) + 1}])::${type}`,
    );
  }
  if (/int|numeric|double|real/.test(type) && !type.endsWith('[]')) {
    const numbers = [...definition.matchAll(/(?<![\w'])'?(-?\d+(?:\.\d+)?)'?/g)].map(([, number]) => Number(number));
    return numbers.flatMap((number) => [number, number + 1, number - 1]).map(String);
  }
  if (type !== 'text' && !type.startsWith('character')) return [];
  const texts = [...definition.matchAll(/'((?:[^']|'')*)'::(?:text|character varying)/g)].map(
    ([, text]) => `'${text}'`,
  );
  const lengths = [...definition.matchAll(/(?<!\w)(\d{1,5})(?!\w)/g)].map(([, number]) => Number(number));
  return [
    ...texts,
    ...lengths
      .flatMap((n) => [n, n + 1, n - 1])
      .filter((n) => n >= 0)
      .map((n) => `repeat('a', ${n})`),
  ];
}

/** Rows to try a constraint with: every mixture of candidate values of its columns, at most so many. */
export function* rowsFor(
  columns: readonly Column[],
  concerned: readonly string[],
  definition: string,
  most = 3000,
): Generator<Record<string, string>> {
  const base: Record<string, string> = {};
  for (const { name, type, isRequired } of columns)
    if (isRequired || concerned.includes(name)) base[name] = valuesOf(type)[0] ?? 'null';
  const own = columns.filter(({ name }) => concerned.includes(name));
  const choices = own.map(({ type, isRequired }) => [
    ...new Set([...valuesOf(type), ...literalsIn(definition, type), ...(isRequired ? [] : ['null'])]),
  ]);
  const count = Math.min(
    most,
    choices.reduce((product, { length }) => product * length, 1),
  );
  for (let n = 0; n < count; n += 1) {
    const row = { ...base };
    let rest = n;
    for (const [at, { name }] of own.entries()) {
      const options = choices[at] ?? ['null'];
      row[name] = options[rest % options.length] ?? 'null';
      rest = Math.floor(rest / options.length);
    }
    yield row;
  }
}

/** Tries a row in a savepoint and takes it back; gives the name of the constraint that refused it, null when none did. */
export async function refusedBy(
  client: Client,
  table: string,
  rows: readonly Record<string, string>[],
): Promise<string | null> {
  await client.query('savepoint tried');
  try {
    for (const row of rows)
      await client.query(
        `insert into "${table}" (${Object.keys(row)
          .map((name) => `"${name}"`)
          .join(', ')}) values (${Object.values(row).join(', ')})`,
      );
    return null;
  } catch (error) {
    return (error as { constraint?: string }).constraint ?? `${(error as Error).message}`;
  } finally {
    await client.query('rollback to savepoint tried');
  }
}
