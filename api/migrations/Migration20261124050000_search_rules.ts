import { Migration } from '@mikro-orm/migrations';

/** How text becomes words, and how mistyped words are mended. */
export class Migration20261124050000_search_rules extends Migration {
  override up(): void {
    this.addSql(`
      create function search_plain(written text) returns text language sql stable strict parallel safe as $$
        select btrim(regexp_replace(lower(unaccent(written)), '[^[:alnum:]]+', ' ', 'g'))
      $$`);
    this.addSql(
      `comment on function search_plain is 'Words of a text: lower case, without accents, one blank between them.'`,
    );
    this.addSql(`
      create function search_lexemes(written text) returns tsvector language sql stable strict parallel safe as $$
        select to_tsvector('indonesian', plain) || to_tsvector('simple', plain) from search_plain(written) as plain
      $$`);
    this.addSql(
      `comment on function search_lexemes is 'Stems of the words, and the words as written, so that beginnings of words match too.'`,
    );
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
      create function search_mended(mistyped text) returns text language plpgsql stable strict as $$
      declare
        shorter text[] := array(select s.shortened from search_deletions(mistyped) s);
        swapped text[] := array(
          select overlay(mistyped placing substr(mistyped, n + 1, 1) || substr(mistyped, n, 1) from n for 2)
            from generate_series(1, char_length(mistyped) - 1) as n);
        longer text[];
        changed text[];
      begin
        if char_length(mistyped) not between 4 and 24 then return null; end if;
        longer := array(select d.word from search_word_deletion d where d.shortened = mistyped);
        changed := array(select d.word from search_word_deletion d where d.shortened = any (shorter)
          and d.shortened = left(mistyped, d.letter - 1) || substr(mistyped, d.letter + 1));
        return (select w.word from search_word w where w.uses > 0 and w.word = any (shorter || swapped || longer || changed)
          order by (left(w.word, 1) = left(mistyped, 1)) desc, w.uses desc, w.word limit 1);
      end $$`);
    this.addSql(
      `comment on function search_mended is 'The most used word that is one missing, added, wrong or swapped letter away; null when there is none.'`,
    );
    this.addSql(`
      create function search_word_query(word text, is_last boolean) returns tsquery language sql immutable strict as $$
        select case when is_last and char_length(word) > 1
          then plainto_tsquery('pg_catalog.indonesian', word) || (quote_literal(word) || ':*')::tsquery
          else plainto_tsquery('pg_catalog.indonesian', word) end
      $$`);
    this.addSql(`comment on function search_word_query is 'What one word looks for; the last one may be unfinished.'`);
    this.addSql(`
      create function search_understood(written text, out query tsquery, out mended text, out relaxed text[])
      language plpgsql stable strict set enable_seqscan to off as $$
      -- Whether anything carries a word is asked of the index alone: reading every document to find none would be slow.
      declare
        stop constant text[] := '{yang,dan,di,ke,dari,untuk,dengan,atau,pada,dalam,yg,dgn,utk,the,and,of}';
        words text[] := (string_to_array(search_plain(written), ' '))[1:12];
        kept text[] := '{}';
        was_mended boolean := false;
        narrower tsquery;
        better text;
        is_last boolean;
      begin
        relaxed := '{}';
        if not words <@ stop then
          words := array(select w from unnest(words) with ordinality as t(w, n) where w <> all (stop) order by n);
        end if;
        for i in 1 .. coalesce(array_length(words, 1), 0) loop
          is_last := i = array_length(words, 1);
          narrower := search_word_query(words[i], is_last);
          better := null;
          if not exists (select from search_document d where d.words @@ narrower) then
            better := search_mended(words[i]);
            narrower := coalesce(search_word_query(better, is_last), narrower);
          end if;
          if query is not null then narrower := query && narrower; end if;
          -- Words that would leave nothing to show are given up.
          if exists (select from search_document d where d.words @@ narrower) then
            query := narrower;
            kept := kept || coalesce(better, words[i]);
            was_mended := was_mended or better is not null;
          else
            relaxed := relaxed || words[i];
          end if;
        end loop;
        if was_mended then mended := array_to_string(kept, ' '); end if;
        if query is null then
          relaxed := '{}';
          query := ''::tsquery;
        end if;
      end $$`);
    this.addSql(
      `comment on function search_understood is 'What somebody looks for: the query, the words when typing mistakes were mended, and the words that were given up.'`,
    );
  }
}
