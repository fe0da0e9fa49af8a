import { Migration } from '@mikro-orm/migrations';

/** Rows of one statement that are listed one by one; of more is said that anything may have changed. */
const MOST_LISTED = 200;
/** Numbers whose changes stay listed: some minutes of a busy market. Each takes a few thousand bytes. */
const NUMBERS_LISTED = 5_000;

/** Columns of search_change that tell of a product in either table, and SQL of them for one that came, changed or went. */
const PRODUCT_COLUMNS = 'product_id, seller_id, old_group_id, new_group_id, old_price, new_price, is_resorted';
const CAME = 'n.product_id, n.seller_id, null, n.group_id, null, n.price_min, true';
/** Of one that went to another shop is said that anything may have changed. */
const CHANGED = `case when o.seller_id = n.seller_id then n.product_id end, n.seller_id, o.group_id, n.group_id, o.price_min, n.price_min,
  (o.group_id, o.quality, o.published_at) is distinct from (n.group_id, n.quality, n.published_at)`;
const WENT = 'o.product_id, o.seller_id, o.group_id, null, o.price_min, null, true';

/** Every inserted, updated or deleted row of what searches are answered from is counted in its own transaction, whoever changes it; those of products and facets are listed too. */
export class Migration20261124050100_search_changes extends Migration {
  override up(): void {
    this.addSql(
      `insert into search_version (part, version)
       select part, 0 from unnest(array['document', 'group', 'counts', 'vocabulary', 'taken over', 'place', 'category', 'point', 'seller']) as part`,
    );
    this.#listDocuments();
    this.#listEntries();
    this.#listFacets();
    this.#countGroups();
    this.#countOthers();
  }

  /**
   * What is told of groups is some thousands of numbers, so they are a part of their own, and only what changes one counts: most changes of
   * documents, as sales, do not.
   */
  #countGroups(): void {
    this.addSql(`
      create function search_groups_have_changed() returns trigger language plpgsql as $$
      begin
        if exists (select from changed) then
          update search_version set version = version + 1 where part = 'group';
        end if;
        return null;
      end $$`);
    this.addSql(
      `comment on function search_groups_have_changed is 'Counts a change of groups, when a statement has changed any.'`,
    );
    for (const [event, table] of [
      ['insert', 'new'],
      ['update', 'new'],
      ['delete', 'old'],
    ])
      this.addSql(`create trigger search_groups_have_changed_by_${event} after ${event} on search_group
        referencing ${table} table as changed for each statement execute function search_groups_have_changed()`);
  }

  /** A function that lists what `rows` (SQL of search_change's columns but the first two) gives for each kind of statement. */
  #list(table: string, columns: string, rows: Readonly<Record<'INSERT' | 'UPDATE' | 'DELETE', string>>): void {
    const listed = Object.entries(rows).map(([event, sql]) => {
      const transition = event === 'DELETE' ? 'old_rows' : 'new_rows';
      return `if tg_op = '${event}' then
          if not exists (select from ${transition}) then return null; end if;
          number := search_next_change();
          if (select count(*) from ${transition}) > ${MOST_LISTED} then insert into search_change (version) values (number);
          else insert into search_change (version, ${columns}) select number, ${sql}; end if;
        end if;`;
    });
    this.addSql(`create function ${table}_has_changed() returns trigger language plpgsql as $$
      declare
        number bigint;
      begin
        ${listed.join('\n        ')}
        return null;
      end $$`);
    this.addSql(
      `comment on function ${table}_has_changed is 'Counts a change of ${table} and lists what changed: see search_change.'`,
    );
    const transitions = {
      INSERT: 'new table as new_rows',
      UPDATE: 'old table as old_rows new table as new_rows',
      DELETE: 'old table as old_rows',
    };
    for (const [event, tables] of Object.entries(transitions))
      this.addSql(`create trigger ${table}_has_changed_by_${event.toLowerCase()} after ${event} on ${table}
        referencing ${tables} for each statement execute function ${table}_has_changed()`);
  }

  #listDocuments(): void {
    // One transaction at a time writes documents and vocabulary, so counting at once makes nobody wait.
    this.addSql(`
      create function search_next_change() returns bigint language plpgsql as $$
      declare
        number bigint;
      begin
        update search_version set version = version + 1 where part = 'document' returning version into number;
        delete from search_change where version <= number - ${NUMBERS_LISTED};
        return number;
      end $$`);
    this.addSql(
      `comment on function search_next_change is 'The number of a change that is listed. Until its transaction ends no other gets one, so numbers are seen in their order.'`,
    );
    this.#list('search_document', PRODUCT_COLUMNS, {
      INSERT: `${CAME} from new_rows n`,
      UPDATE: `${CHANGED} from new_rows n join old_rows o on o.product_id = n.product_id`,
      DELETE: `${WENT} from old_rows o`,
    });
  }

  #listEntries(): void {
    this.#list('search_entry', `${PRODUCT_COLUMNS}, old_forms, new_forms`, {
      INSERT: `${CAME}, null, n.forms from new_rows n`,
      UPDATE: `${CHANGED}, case when o.forms <> n.forms then o.forms end, n.forms
        from new_rows n join old_rows o on o.product_id = n.product_id`,
      DELETE: `${WENT}, o.forms, null from old_rows o`,
    });
  }

  #listFacets(): void {
    this.#list('search_facets', 'scope, is_tree_changed', {
      INSERT: 'n.scope, true from new_rows n',
      UPDATE: `n.scope, (n.body -> 'category')::text is distinct from (o.body -> 'category')::text
        from new_rows n join old_rows o on o.scope = n.scope`,
      DELETE: 'o.scope, true from old_rows o',
    });
  }

  #countOthers(): void {
    this.addSql(`
      create function search_has_changed() returns trigger language plpgsql as $$
      begin
        update search_version set version = version + 1 where part = tg_argv[0];
        return null;
      end $$`);
    this.addSql(
      `comment on function search_has_changed is 'Counts a change of the part named by its argument: see searchState.'`,
    );
    this.#countStatements('vocabulary', 'search_vocabulary', 'insert or update');
    // What the second engine has taken over is struck from its list, and then its writer goes.
    this.#countStatements('taken over', 'search_dirty', 'delete');
    this.#countStatements('taken over', 'search_lease', 'delete');
    this.#countRows('place', 'kecamatan', 'insert or update');
    this.#countRows('category', 'category', 'insert or update');
    this.#countRows('point', 'pickup_point', 'insert');
    this.#countRows('point', 'pickup_point', 'update', ['name', 'slug', 'kind', 'is_active']);
    this.#countRows('seller', 'seller', 'update', ['name', 'slug', 'status', 'holiday_until', 'latitude', 'longitude']);
  }

  #countStatements(part: string, table: string, events: string): void {
    this.addSql(`create trigger search_has_changed after ${events} on ${table}
      for each statement execute function search_has_changed('${part}')`);
  }

  /** Counts at the commit, after all locks that the transaction takes. */
  #countRows(part: string, table: string, events: string, columns: readonly string[] = []): void {
    const all = (row: string): string => `(${columns.map((column) => `${row}.${column}`).join(', ')})`;
    const isOther = columns.length > 0 ? `when (${all('old')} is distinct from ${all('new')})` : '';
    this.addSql(`create constraint trigger search_has_changed_by_${events.replaceAll(' ', '_')} after ${events} on ${table}
      deferrable initially deferred for each row ${isOther} execute function search_has_changed('${part}')`);
  }
}
