import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

function stringLiteral<T>(name: string, parse: (value: unknown) => T): (node: { kind: string }) => T {
  return (node) => {
    if (node.kind !== Kind.STRING) throw badInput(`${name} is a string.`);
    return parse((node as unknown as { value: string }).value);
  };
}

function parseDateTime(value: unknown): Date {
  const date =
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(value)
      ? new Date(value)
      : null;
  if (!date || Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999)
    throw badInput('DateTime is ISO 8601 with an offset, of the years 1 to 9999, e.g. 2026-11-24T09:30:00+07:00.');
  return date;
}

function parseUrl(value: unknown): string {
  const isText = typeof value === 'string' && value.length <= 2000 && !/[\p{Cc}\p{Cs}]/u.test(value);
  if (!isText || !URL.canParse(value, 'http://localhost'))
    throw badInput('URL is an address of at most 2,000 characters.');
  return value;
}

/** An instant; shown in UTC. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant in ISO 8601 with offset, e.g. 2026-11-24T02:30:00.000Z. Depok shows it in WIB (UTC+7).',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  // Rows that SQL shaped as JSON bring their instants as text.
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: parseDateTime,
  parseLiteral: stringLiteral('DateTime', parseDateTime),
});

/** An absolute or site-relative address. */
export const UrlScalar = new GraphQLScalarType<string, string>({
  name: 'URL',
  description: 'An address: absolute, or relative to the address of this API.',
  serialize: String,
  parseValue: parseUrl,
  parseLiteral: stringLiteral('URL', parseUrl),
});
