/** A view that is shared stays with the team when the person who made it is deleted; the key takes their others with them. */
export const viewRules = `
create or replace function leave_shared_views() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  update saved_views set person_id = null where lio_id = old.lio_id and person_id = old.id and shared_at is not null;
  return old;
end $$;
create or replace trigger shared_views before delete on people for each row execute function leave_shared_views();
revoke all on function leave_shared_views() from public;
`
