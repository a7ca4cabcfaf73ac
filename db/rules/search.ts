import { findablesIn } from "../findable"
import * as schema from "../schema"
import { isAmong, maySee } from "./audiences"
import { THE_LIO } from "./walls"

const FINDABLE = findablesIn(schema)

/** Written out where many rows are folded at once: calling `fold` for each costs more than the folding. */
const FOLD = (text: string) => `replace(lower(unaccent(trim(${text}))), '''', '')`

const listed = (columns: readonly string[], of: string) =>
  columns.map((column) => `${of}.${column}`).join(", ")

/** The changed rows in which a column that is looked at is another than before. */
const changed = (columns: readonly string[]) =>
  `select fresh.* from fresh join stale using (lio_id, id) where (${listed(columns, "fresh")}) is distinct from (${listed(columns, "stale")})`

/** The numbers of a row as they are dialled. */
const NUMBERS = (columns: readonly string[] = [], of = "") =>
  columns.length > 0 ? `dialled(concat_ws(';', ${columns.map((column) => of + column).join(", ")}))` : "null"

const KEPT = "title, folded, words, numbers, audience"
const kept = (of: string) =>
  KEPT.split(", ")
    .map((column) => `${of}.${column}`)
    .join(", ")
/** Writes the entries of these rows, and changes only those that say something else now. */
const keep = (f: Omit<(typeof FINDABLE)[number], "table">, rows: string) => `
  insert into search_entries (lio_id, kind, id, ${KEPT})
  select lio_id, '${f.kind}', id, ${f.title}, ${FOLD(f.folded)}, to_tsvector('english', unaccent(${f.words})), ${NUMBERS(f.numbers)}, ${f.audience}
  from ${rows} where not (${f.gone})
  on conflict (lio_id, kind, id) do update set (${KEPT}) = (${kept("excluded")})
    where (${kept("search_entries")}) is distinct from (${kept("excluded")});`

const triggers = FINDABLE.map(
  ({ table, ...f }) => `
create or replace function find_${table}() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin${keep(f, "fresh")}
  return null;
end $$;
-- A change of many rows that changes none of their words costs nothing.
create or replace function refind_${table}() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin${keep(f, `(${changed([...f.looksAt, ...(f.numbers ?? [])])}) changed`)}
  ${f.gone === "false" ? "" : `delete from search_entries s using (select * from fresh where ${f.gone}) gone where s.lio_id = gone.lio_id and s.kind = '${f.kind}' and s.id = gone.id;`}
  return null;
end $$;
create or replace function lose_${table}() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from search_entries s using stale where s.lio_id = stale.lio_id and s.kind = '${f.kind}' and s.id = stale.id;
  return null;
end $$;
create or replace trigger find_new after insert on ${table} referencing new table as fresh for each statement execute function find_${table}();
create or replace trigger find_changed after update on ${table} referencing old table as stale new table as fresh for each statement execute function refind_${table}();
create or replace trigger find_gone after delete on ${table} referencing old table as stale for each statement execute function lose_${table}();
revoke all on function find_${table}(), refind_${table}(), lose_${table}() from public;
`,
)

/** Numbers that were there before they were looked at, in every LIO. */
const older = FINDABLE.filter(({ numbers }) => numbers).map(
  ({ table, kind, numbers }) => `
    update search_entries e set numbers = ${NUMBERS(numbers, "t.")} from ${table} t
    where e.lio_id = t.lio_id and e.kind = '${kind}' and e.id = t.id and e.numbers is distinct from ${NUMBERS(numbers, "t.")};`,
)

/** Triggers that fill `search_entries`, and the functions by which the app reads it. */
export const searchRules = `
-- Lower case, without accents and apostrophes: "hobs" finds "Hob’s".
create or replace function fold(said text) returns text language sql stable set search_path = public, pg_temp as
$$ select ${FOLD("said")} $$;
-- The telephone numbers in what was typed, as they are dialled here, a space before and after each; an extension is too short to be one.
create or replace function dialled(said text) returns text language sql immutable parallel safe set search_path = public, pg_temp as $$
  select string_agg(' ' || regexp_replace(digits, '^(00)?440?(?=\\d{9,10}$)', '0') || ' ', '')
  from (
    select regexp_replace(piece, '\\D', '', 'g') as digits
    from regexp_split_to_table(said, '[^0-9()\\s./-]+') piece
  ) numbers
  where length(digits) >= 5
$$;
grant execute on function dialled(text) to trellis_app;
${triggers.join("\n")}
do $$
declare the_lio uuid;
begin
  perform set_config('app.audiences', '{*}', true);
  for the_lio in select id from lios loop
    perform set_config('app.lio_id', the_lio::text, true);${older.join("")}
  end loop;
  perform set_config('app.lio_id', '', true), set_config('app.audiences', '', true);
end $$;
drop function if exists find_beside(json), tidy_search(), lose_strays();
-- Both are planned anew for the words of each call: a plan for any words takes twenty times as long for most.
-- Ids of one kind whose title contains the words, or is like them when \`loosely\` (forgives spelling).
create or replace function search_ids(the_kind text, said text, loosely boolean default false)
returns table (id uuid) language plpgsql stable security definer rows 500
set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.5 set plan_cache_mode = force_custom_plan as $$
declare
  folded_said text := fold(said);
  pattern text := '%' || replace(replace(replace(folded_said, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%';
begin
  if loosely then
    return query select e.id from search_entries e
      where e.lio_id = ${THE_LIO} and (${maySee("e.audience")}) and e.kind = the_kind
        and (e.folded like pattern or e.folded %> folded_said or e.words @@ websearch_to_tsquery('english', unaccent(said)));
  else
    return query select e.id from search_entries e
      where e.lio_id = ${THE_LIO} and (${maySee("e.audience")}) and e.kind = the_kind and e.folded like pattern;
  end if;
end $$;

-- The best matches over several kinds, closest first: titles that hold the words, then texts that hold them all, and only
-- where these are few what is spelt like them. Each step weighs so many of its matches and no more: of words that are
-- everywhere the first thousand say as much as all.
drop function if exists search_all(text[], text, int, uuid[]);
create or replace function search_all(kinds text[], said text, how_many int default 20)
returns table (kind text, id uuid, title text, score real) language plpgsql stable security definer rows 20
set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.5 set plan_cache_mode = force_custom_plan as $$
declare
  folded_said text := fold(said);
  pattern text := '%' || replace(replace(replace(folded_said, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%';
  query tsquery := websearch_to_tsquery('english', unaccent(said));
  words text[] := regexp_split_to_array(trim(unaccent(said)), '\\s+');
  found int := 0;
  more int;
begin
  -- The last word may not be typed to its end: "community gar".
  if unaccent(said) ~ '^[[:alnum:][:space:]]*[[:alpha:]]{2}$' then
    query := query || to_tsquery('english', array_to_string(words, ' & ') || ':*');
  end if;
  return query
    select e.kind, e.id, e.title,
      (case when starts_with(e.folded, folded_said) then 3 else 2 end + 1.0 / (1 + length(e.folded)))::real as score
    from (select * from search_entries s where s.lio_id = ${THE_LIO} and (${maySee("s.audience")}) and s.kind = any (kinds) and s.folded like pattern limit 1000) e
    order by score desc, e.title
    limit how_many;
  get diagnostics found = row_count;
  if found >= how_many then return; end if;
  return query
    select e.kind, e.id, e.title, least(1.99, 1 + ts_rank(e.words, query))::real as score
    from (select * from search_entries s where s.lio_id = ${THE_LIO} and (${maySee("s.audience")}) and s.kind = any (kinds) and s.words @@ query and s.folded not like pattern limit 300) e
    order by score desc, e.title
    limit how_many - found;
  get diagnostics more = row_count;
  found := found + more;
  if found >= least(how_many, 5) then return; end if;
  return query
    select e.kind, e.id, e.title, least(0.99, word_similarity(folded_said, e.folded))::real as score
    from (select * from search_entries s where s.lio_id = ${THE_LIO} and (${maySee("s.audience")}) and s.kind = any (kinds) and s.folded %> folded_said and s.folded not like pattern and not s.words @@ query limit 300) e
    order by score desc, e.title
    limit how_many - found;
end $$;
-- What has a telephone number that begins with these digits or, from six on, has them anywhere. For staff.
create or replace function search_numbers(kinds text[], digits text, how_many int default 20)
returns table (kind text, id uuid, title text) language sql stable security definer rows 20
set search_path = public, pg_temp as $$
  select e.kind, e.id, e.title from search_entries e
  where e.lio_id = ${THE_LIO} and ${isAmong("staff")} and e.kind = any (kinds) and length(digits) >= 5
    and e.numbers like '%' || case when length(digits) < 6 then ' ' else '' end || digits || '%'
  order by e.numbers not like '% ' || digits || '%', e.title limit how_many
$$;
revoke all on function search_ids(text, text, boolean), search_all(text[], text, int), search_numbers(text[], text, int) from public;
grant execute on function search_ids(text, text, boolean), search_all(text[], text, int), search_numbers(text[], text, int) to trellis_app;
`
