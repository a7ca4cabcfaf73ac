import { ERASED, NAME_ERASED } from "../vocabulary"

/** Both sides of an event, in a query that calls it `e`. */
const SIDES = `lateral (values (e."from"), (e."to")) sides(side)`
const OWN = "(e.subject_kind = 'person' and e.subject_id = any (they))"

/**
 * The one way in which the log gives way: a person's details are replaced by a mark, and nothing else (decision 031).
 * Their events are found by key: they are its subject, it says that it is about them (`event_people`), they did it, or it
 * is of a group they had to do with and gives one of their details as a value. Seen through the wall, so only within the LIO of the
 * door.
 */
export const erasingRules = `
-- A value of the log in which each text that the pattern fits has given way to the mark.
create or replace function with_marks(value jsonb, pattern text) returns jsonb
language plpgsql immutable set search_path = public, pg_temp as $$
begin
  return case jsonb_typeof(value)
    when 'string' then to_jsonb(regexp_replace(value #>> '{}', pattern, '${ERASED}', 'gi'))
    when 'array' then (select coalesce(jsonb_agg(with_marks(v, pattern) order by at), '[]') from jsonb_array_elements(value) with ordinality a(v, at))
    when 'object' then (select coalesce(jsonb_object_agg(k, with_marks(v, pattern)), '{}') from jsonb_each(value) o(k, v))
    else value end;
end $$;
revoke all on function with_marks(jsonb, text) from public;

create or replace function erase_from_log(the_person uuid, the_moment timestamptz) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asker text := current_setting('app.audiences', true);
  they uuid[];
  addresses text[];
  keyed uuid[];
  their_groups uuid[];
  details text[];
  pattern text;
  erased int;
begin
  -- The door has said who asks: a manager, or the system. Nobody else is let in, whatever calls this.
  if not coalesce(nullif(asker, '')::text[] && array['managers', '*'], false) then
    raise exception 'Only a manager erases somebody''s details.' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('app.audiences', '{*}', true);
  with recursive same(id) as (
    select p.id from people p where p.id = the_person
    union
    select case p.id when s.id then p.merged_into_id else p.id end from same s join people p on p.id = s.id or p.merged_into_id = s.id)
  select array_agg(id) into they from same where id is not null;

  -- An address that is somebody else's by now finds no events.
  select array_agg(distinct lower(a.email)) into addresses from (
    select p.email from people p where p.id = any (they)
    union select m.gone->>'email' from person_merges m where m.gone_id = any (they)
    union select side->>'email' from events e, ${SIDES} where ${OWN}) a(email)
  where a.email like '%@%' and not exists (select from people o where o.email = lower(a.email) and o.id <> all (they));
  select coalesce(array_agg(distinct k.event_id), '{}') into keyed from event_people k where k.person_id = any (they) or k.email = any (addresses);
  select coalesce(array_agg(g.id), '{}') into their_groups from (
    select r.group_id from roles r where r.person_id = any (they)
    union select e.group_id from events e where e.group_id is not null and (${OWN} or e.id = any (keyed) or e.actor_id = any (they))) g(id);

  -- All that they were ever called, and every address and number of theirs.
  select array_agg(d.said) into details from (
    select unnest(array[p.name, p.email, p.phone]) from people p where p.id = any (they)
    union select unnest(addresses)
    union select side->>field from events e, ${SIDES}, unnest(array['name', 'email', 'phone']) field
      where ${OWN} or e.id in (select k.event_id from event_people k where k.email = any (addresses))) d(said)
  where d.said <> '' and d.said <> '${ERASED}';
  select '(?<![[:alnum:]])(' || string_agg(regexp_replace(d, '([^[:alnum:][:space:]])', '\\\\\\1', 'g'), '|') || ')(?![[:alnum:]])'
    into pattern from unnest(details) d;
  -- Where nothing of theirs is known any more, nothing fits.
  pattern := coalesce(pattern, '(?=a)b');

  with theirs as (
    select e.id, ${OWN} as own, ${OWN} or e.id = any (keyed) or ((e.group_id = any (their_groups) or e.actor_id = any (they)) and exists (
        select from ${SIDES} where jsonb_path_exists(side, 'strict $.** ? (@ == $details[*])', jsonb_build_object('details', details), true))) as named
    from events e where ${OWN} or e.id = any (keyed) or e.actor_id = any (they) or e.group_id = any (their_groups)),
  marked as (
    select e.id,
      case when t.named then regexp_replace(e.summary, pattern, '${ERASED}', 'gi') else e.summary end as summary,
      case when e.actor_id = any (they) then '${NAME_ERASED}' else e.actor_name end as actor_name,
      case when t.own then with_marks(e."from", '^.+$') when t.named then with_marks(e."from", pattern) else e."from" end as "from",
      case when t.own then with_marks(e."to", '^.+$') when t.named then with_marks(e."to", pattern) else e."to" end as "to"
    from events e join theirs t on t.id = e.id)
  update events e set summary = m.summary, actor_name = m.actor_name, "from" = m."from", "to" = m."to", erased_at = the_moment
  from marked m where m.id = e.id
    and (m.summary, m.actor_name, m."from", m."to") is distinct from (e.summary, e.actor_name, e."from", e."to");
  get diagnostics erased = row_count;
  delete from event_people k where k.email = any (addresses);
  perform set_config('app.audiences', coalesce(asker, ''), true);
  return erased;
end $$;
comment on function erase_from_log(uuid, timestamptz) is 'Puts a mark in the place of a person''s details in the log, and gives in how many entries.';
revoke all on function erase_from_log(uuid, timestamptz) from public;
grant execute on function erase_from_log(uuid, timestamptz) to trellis_app;
`
