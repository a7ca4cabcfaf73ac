/** What each statement did to a table, given to the one function that keeps its rows in `served_areas`. */
const kept = (table: string, looksAt: string, rows: string) => `
create or replace function serve_${table}() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then delete from served_areas s using stale where s.lio_id = stale.lio_id and s.id = stale.id; end if;
  if tg_op <> 'DELETE' then insert into served_areas (lio_id, id, by, kind, code, name) ${rows}; end if;
  return null;
end $$;
create or replace trigger serve_new after insert on ${table} referencing new table as fresh for each statement execute function serve_${table}();
create or replace trigger serve_changed after update on ${table} referencing old table as stale new table as fresh for each statement execute function serve_${table}();
create or replace trigger serve_gone after delete on ${table} referencing old table as stale for each statement execute function serve_${table}();
revoke all on function serve_${table}() from public;
comment on function serve_${table}() is 'Keeps served_areas true: ${looksAt}.';
`

const OF_LIOS = (rows: string) =>
  `select lio_id, id, 'lio', kind, coalesce(code, ''), name from ${rows} on conflict do nothing`
const OF_SOURCES = (rows: string) => `
  select lio_id, id, 'source', 'area', code, name from ${rows} cross join lateral unnest(area_codes) code
  where published_at is not null on conflict do nothing`

/**
 * The finder looks up over all LIOs who works where. What stands behind the walls is therefore kept beside them as well:
 * the areas of each LIO, which its public page shows, and those of the sources of support that it has published.
 */
export const servedAreaRules = `
${kept("areas", "where each LIO works", OF_LIOS("fresh"))}
${kept("support_sources", "where published sources of support work", OF_SOURCES("fresh"))}
-- Areas that were there before this table was.
do $$
declare the_lio uuid;
begin
  perform set_config('app.audiences', '{*}', true);
  for the_lio in select id from lios loop
    perform set_config('app.lio_id', the_lio::text, true);
    insert into served_areas (lio_id, id, by, kind, code, name) ${OF_LIOS("areas")};
  end loop;
  perform set_config('app.lio_id', '', true), set_config('app.audiences', '', true);
end $$;
-- A name as people type it: small letters, no marks over them, no points or apostrophes, a space for a dash.
create or replace function plain_name(said text) returns text language sql immutable parallel safe as $$
  select translate(lower(said), 'âêîôûŵŷáéíóúàèìòùäëïöü-’''.', 'aeiouwyaeiouaeiouaeiou ')
$$;
grant execute on function plain_name(text) to trellis_app;
`
