/**
 * A group that takes back its consent is no longer quoted, in versions that are out as well. Which quotes went from which
 * versions, and when, is kept here, whoever noted it; a group that agrees again is quoted again.
 */
export const redactionRules = `
create or replace function redact_quotes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare audiences text := current_setting('app.audiences', true);
begin
  -- Whoever takes their words back need not be able to read all papers in which they stand.
  perform set_config('app.audiences', '{*}', true);
  if old.quotable is true and new.quotable is not true then
    insert into quote_redactions (lio_id, representation_id, version, passage_id, redacted_at)
    select v.lio_id, v.representation_id, v.version, p.id, now()
    from passages p join representation_versions v on v.lio_id = p.lio_id
      and jsonb_path_exists(v.content, '$.**.passageId ? (@ == $id)', jsonb_build_object('id', p.id::text))
    where p.lio_id = new.lio_id and p.response_id = new.id
    on conflict (lio_id, representation_id, version, passage_id) do update set redacted_at = excluded.redacted_at, restored_at = null;
  elsif new.quotable is true then
    update quote_redactions q set restored_at = now() from passages p
    where p.lio_id = new.lio_id and p.response_id = new.id and q.lio_id = p.lio_id and q.passage_id = p.id and q.restored_at is null;
  end if;
  perform set_config('app.audiences', coalesce(audiences, ''), true);
  return new;
end $$;
create or replace trigger redact after update of quotable on responses for each row
  when (old.quotable is distinct from new.quotable) execute function redact_quotes();
revoke all on function redact_quotes() from public;
comment on function redact_quotes() is 'Notes which quotes went from which published versions as a group took back its consent.';
`
