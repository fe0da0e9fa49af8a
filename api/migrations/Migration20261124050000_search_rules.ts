import { Migration } from '@mikro-orm/migrations';

/**
 * Of all ways to read entries leaves the one by the index of forms. Forms lie apart from their rows, which the planner does not count: it would
 * look at every row, in the order of the table or of another index, to find that nothing carries a word.
 */
const BY_INDEX_OF_FORMS = 'set enable_seqscan to off set enable_indexscan to off set enable_indexonlyscan to off';

/** How text becomes words, and how mistyped words are mended. */
export class Migration20261124050000_search_rules extends Migration {
  override up(): void {
    this.addSql(`
      create function search_deletions(word text) returns table (shortened text, letter smallint)
      language sql immutable strict parallel safe as $$
        select left(word, n - 1) || substr(word, n + 1), n::smallint from generate_series(1, char_length(word)) as n
         where char_length(word) between 4 and 24
      $$`);
    this.addSql(
      `comment on function search_deletions is 'The word with each one of its letters left out; nothing for very short and very long words.'`,
    );
    this.addSql(`
      create function search_candidates(mistyped text) returns table (word text, uses integer) language plpgsql stable strict as $$
      declare
        shorter text[] := array(select s.shortened from search_deletions(mistyped) s);
        swapped text[] := array(
          select overlay(mistyped placing substr(mistyped, n + 1, 1) || substr(mistyped, n, 1) from n for 2)
            from generate_series(1, char_length(mistyped) - 1) as n);
        near text[];
      begin
        if char_length(mistyped) not between 3 and 24 then return; end if;
        near := shorter || swapped
          || array(select d.word from search_word_deletion d where d.shortened = mistyped)
          || array(select d.word from search_word_deletion d where d.shortened = any (shorter)
               and d.shortened = left(mistyped, d.letter - 1) || substr(mistyped, d.letter + 1));
        return query select w.word, w.uses from search_word w where w.uses > 0 and w.word = any (near)
          union (select w.word, w.uses from search_word w
            where w.uses > 0 and w.word like left(mistyped, 1) || '%' and translate(w.word, 'aiueo', '') = translate(mistyped, 'aiueo', '')
            order by w.uses desc, w.word limit 40)
          union (select w.word, w.uses from search_word w
            where w.uses > 0 and w.word like left(mistyped, 1) || '%' and char_length(w.word) >= char_length(mistyped) - 2
            order by word_similarity(mistyped, w.word) + similarity(mistyped, w.word) desc, w.word limit 40);
      end $$`);
    this.addSql(
      `comment on function search_candidates is 'Words of the market that a mistyped word can have meant: all that are one missing, added, wrong or swapped letter away, those that have but vowels more, and the most alike of those that begin alike.'`,
    );
    this.addSql(`
      create function search_carries(query tsquery) returns boolean language plpgsql stable strict ${BY_INDEX_OF_FORMS} as $$
      begin
        return exists (select from search_entry d where d.forms @@ query);
      end $$`);
    this.addSql(
      `comment on function search_carries is 'Whether any product on sale carries this; asked of the index alone.'`,
    );
    this.addSql(`
      create function search_some_titles(query tsquery) returns text[] language plpgsql stable strict ${BY_INDEX_OF_FORMS} as $$
      begin
        -- Always the same ones, wherever their rows lie.
        return array(select d.title from (select e.product_id from search_entry e where e.forms @@ query order by e.product_id limit 5) e
          join search_document d on d.product_id = e.product_id order by e.product_id);
      end $$`);
    this.addSql(`comment on function search_some_titles is 'Titles of some products that carry this, five at most.'`);
    this.addSql(`
      create function search_gathered(known tsquery[], wanted tsquery[], roles text[], head tsquery, named tsquery, called tsquery, told tsquery, plainly tsquery[], plainly_named tsquery, out query tsquery, out unknown integer[], out relaxed integer[])
      language plpgsql stable strict ${BY_INDEX_OF_FORMS} as $$
      -- Whether anything carries a word is asked of the index alone: reading every document to find none would be slow.
      declare
        things constant text[] := '{THING,TERM,DEED,GENERAL}';
        narrower tsquery;
        -- A part of what is looked for: titles that say it as it is written. Mostly there are some, and few words are soon looked for.
        plain tsquery;
        plain_narrower tsquery;
        naming tsquery := ''::tsquery;
        kept integer[] := '{}';
        lost integer;
        held integer;
        amounts integer;
      begin
        relaxed := '{}';
        unknown := array(select n from generate_subscripts(known, 1) n
          where not exists (select from search_entry d where d.forms @@ plainly[n])
            and not exists (select from search_entry d where d.forms @@ known[n]) order by n);
        -- Where nothing in the market is called so, what smells of it or looks like it counts.
        if exists (select from search_entry d where d.forms @@ plainly_named) or exists (select from search_entry d where d.forms @@ named) then
          naming := named;
        else
          named := told;
          plainly_named := told;
          if exists (select from search_entry d where d.forms @@ told) then
            naming := told;
          end if;
        end if;
        for i in 1 .. coalesce(array_length(wanted, 1), 0) loop
          narrower := case when query is null then wanted[i] else query && wanted[i] end;
          plain_narrower := case when plain is null then plainly[i] else plain && plainly[i] end;
          -- A place or an amount in which nothing is called so is given up.
          if roles[i] in ('PLACE', 'AMOUNT') then
            narrower := narrower && naming;
            plain_narrower := plain_narrower && case when naming = ''::tsquery then naming else plainly_named end;
          end if;
          if i <> all (unknown) and (exists (select from search_entry d where d.forms @@ plain_narrower)
              or exists (select from search_entry d where d.forms @@ narrower)) then
            query := case when query is null then wanted[i] else query && wanted[i] end;
            plain := case when plain is null then plainly[i] else plain && plainly[i] end;
            kept := kept || i;
          else
            relaxed := relaxed || i;
          end if;
        end loop;
        select count(*) filter (where roles[n] = any (things)), count(*) filter (where roles[n] = 'AMOUNT') into lost, amounts from unnest(relaxed) n;
        select count(*) into held from unnest(kept) n where roles[n] in ('THING', 'TERM', 'DEED');
        if query is not null and lost = 0 and (exists (select from search_entry d where d.forms @@ (plain && plainly_named))
            or exists (select from search_entry d where d.forms @@ (query && named)))
          and (amounts = 0 or head = ''::tsquery) then
          return;
        end if;
        -- What is left must still say what was looked for: a thing, no less of it than was lost, where products are called so; and not by
        -- another word for it alone, when a thing was lost. Beside one
        -- thing another one of which the vocabulary knows, and that is nowhere, is not given up: they name a third. What is only done
        -- with a thing may be nowhere.
        if query is null or (lost = 0 and not exists (select from search_entry d where d.forms @@ (query && named)))
          or lost > held
          or (lost > 0 and lost = held and exists (select from unnest(unknown) n where roles[n] = 'TERM'))
          or (lost > 0 and 1 = any (unknown) and roles[1] <> 'DEED' and held < 2)
          or not exists (select from search_entry d where d.forms @@ (query && case when lost > 0 then called else head end)) then
          query := ''::tsquery;
          relaxed := '{}';
        else
          query := query && head;
        end if;
      end $$`);
    this.addSql(
      `comment on function search_gathered is 'The query that all these concepts make; those that nothing carries, and those given up because nothing carries them together with the others. Places in the arrays count from 1.'`,
    );
    // A row of more than 2 kB is cut down to its pointers. The room that is left is for the new rows of sales, which then touch no index.
    this.addSql(
      'alter table search_entry alter column forms set storage external, alter column card set storage external',
    );
    this.addSql('alter table search_entry set (toast_tuple_target = 128, fillfactor = 90)');
  }
}
