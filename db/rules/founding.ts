/** How an LIO begins, with its first manager: by the operator, or by whoever sets up an empty Trellis. */
export const foundingRules = `
create or replace function found_lio(the_slug text, the_name text, the_kind text, address text, manager text, by_whom text, by_way text)
returns uuid language plpgsql set search_path = public, pg_temp as $$
declare the_lio uuid; the_person uuid;
begin
  insert into lios (slug, name, kind) values (the_slug, the_name, the_kind) on conflict do nothing returning id into the_lio;
  if the_lio is null then return null; end if;
  perform set_config('app.lio_id', the_lio::text, true), set_config('app.audiences', '{*}', true);
  insert into people (lio_id, name, email) values (the_lio, manager, address) returning id into the_person;
  insert into staff (lio_id, person_id, level) values (the_lio, the_person, 'manager');
  insert into events (lio_id, at, what, summary, subject_kind, actor_name, via)
  values (the_lio, now(), 'lio.founded', 'Set up ' || the_name, 'lio', by_whom, by_way);
  return the_lio;
end $$;
comment on function found_lio is 'Makes an LIO with its first manager; null when the short name is taken. For the owner alone.';
revoke all on function found_lio from public;

create or replace function found_first_lio(the_slug text, the_name text, the_kind text, address text, manager text)
returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Nobody founds another meanwhile, by this way or on the command line.
  lock table lios in share row exclusive mode;
  if exists (select from lios) then return null; end if;
  return found_lio(the_slug, the_name, the_kind, address, manager, manager, 'page');
end $$;
comment on function found_first_lio is 'The same in an installation without any LIO; null when there is one. The web checks the set-up code first.';
revoke all on function found_first_lio from public;
grant execute on function found_first_lio to trellis_auth;
`
