/** Pairs of statuses, as rows of VALUES. */
export function pairs(rows: readonly (readonly [from: string, to: string])[]): string {
  return rows.map(([from, to]) => `('${from}', '${to}')`).join(', ');
}

/** A function that says whether a status may become another one; `rows` are `pairs`. */
export function mayMoveFunction(name: string, rows: string): string {
  return `
    create function ${name}(old_status text, new_status text) returns boolean language sql immutable strict parallel safe as $$
      select (old_status, new_status) in (values ${rows})
    $$`;
}

/** What is guarded: a column of a table, by a function made with `mayMoveFunction`. */
interface Guarded {
  readonly table: string;
  readonly column: string;
  readonly mayMove: string;
  /** The statuses in which a row may begin, quoted. */
  readonly first: string;
}

/** The statements that keep a status to its table, whoever writes it: `<table>_<column>_moves_by_table`. */
export function moveGuard({ table, column, mayMove, first }: Guarded): string[] {
  const name = `${table}_${column}_moves_by_table`;
  return [
    `
    create function ${name}() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        if new.${column} in (${first}) then return new; end if;
      elsif new.${column} = old.${column} or ${mayMove}(old.${column}, new.${column}) then
        return new;
      end if;
      raise exception '${table} may not be %', new.${column} using errcode = 'check_violation', constraint = '${name}';
    end $$`,
    `create trigger ${name} before insert or update of ${column} on ${table} for each row execute function ${name}()`,
  ];
}
