/**
 * SQL of a parameter that is a list, hidden from the planner: a named statement then has one plan for every length. When the
 * planner sees the list, PostgreSQL thinks a plan for just this length worth its while, and makes one with every call.
 */
export function listParameter(parameter: `$${number}`, type: 'uuid' | 'text' | 'int' | 'float8'): string {
  return `(select ${parameter}::${type}[])::${type}[]`;
}
