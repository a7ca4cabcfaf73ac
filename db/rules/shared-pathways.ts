/**
 * A pathway that an LIO shares is read by the other LIOs of the installation. It is kept beside the walls for that, as
 * its name and its steps, and only as long as it is shared and offered.
 */
export const sharedPathwayRules = `
create or replace function share_pathway() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then delete from shared_pathways s where s.lio_id = old.lio_id and s.id = old.id; end if;
  if tg_op <> 'DELETE' then
    insert into shared_pathways (lio_id, id, name, steps) select new.lio_id, new.id, new.name, new.steps
      where new.shared_at is not null and new.retired_at is null;
    return new;
  end if;
  return old;
end $$;
create or replace trigger share after insert or update or delete on pathways for each row execute function share_pathway();
revoke all on function share_pathway() from public;
comment on function share_pathway() is 'Keeps shared_pathways true: which pathways an LIO shares with the others.';
`
