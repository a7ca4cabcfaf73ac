import { THE_LIO } from "./walls"

/** Keeps `lio_access` true: an address may enter an LIO while its person is staff there, may speak for a group or sits on a board. */
export const lioAccessRules = `
create or replace function refresh_lio_access(the_lio uuid, address text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare the_person uuid;
begin
  if address is null then return; end if;
  select id into the_person from people where lio_id = the_lio and email = address and left_at is null;
  -- One person at a time: as one query with the person joined, Postgres reads every role of the LIO for each.
  if exists (select from staff s where s.lio_id = the_lio and s.person_id = the_person and s.ended_at is null)
    or exists (select from roles r where r.lio_id = the_lio and r.person_id = the_person and r.speaks is not null
               and (r.ended_on is null or r.ended_on > (now() at time zone (select timezone from lios where id = the_lio))::date))
    or exists (select from seat_terms t where t.lio_id = the_lio and t.person_id = the_person
               and (t.ended_on is null or t.ended_on > (now() at time zone (select timezone from lios where id = the_lio))::date))
  then
    insert into lio_access (email, lio_id) values (address, the_lio) on conflict do nothing;
  else
    delete from lio_access where email = address and lio_id = the_lio;
  end if;
end $$;

create or replace function lio_access_of_person() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then perform refresh_lio_access(old.lio_id, old.email); end if;
  if tg_op <> 'DELETE' then perform refresh_lio_access(new.lio_id, new.email); end if;
  return null;
end $$;

create or replace function lio_access_of_place() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare touched record;
begin
  if tg_op = 'DELETE' then touched := old; else touched := new; end if;
  perform refresh_lio_access(touched.lio_id, (select email from people where lio_id = touched.lio_id and id = touched.person_id));
  return null;
end $$;

create or replace trigger people_lio_access after update of email, left_at or delete on people
  for each row execute function lio_access_of_person();
create or replace trigger staff_lio_access after insert or update or delete on staff
  for each row execute function lio_access_of_place();
create or replace trigger roles_lio_access after insert or update or delete on roles
  for each row execute function lio_access_of_place();
create or replace trigger seat_terms_lio_access after insert or update or delete on seat_terms
  for each row execute function lio_access_of_place();
create or replace function lio_access_elsewhere() returns table (email text, lio_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.email, o.lio_id from lio_access h join lio_access o on o.email = h.email and o.lio_id <> h.lio_id
  where h.lio_id = ${THE_LIO}
$$;
comment on function lio_access_elsewhere() is 'The other LIOs of the addresses of the LIO of the door, so that one digest tells of them all.';
revoke all on function lio_access_elsewhere() from public;
grant execute on function lio_access_elsewhere() to trellis_app;
revoke all on function refresh_lio_access(uuid, text), lio_access_of_person(), lio_access_of_place() from public;
`
