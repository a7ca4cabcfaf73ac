import { THE_LIO } from "./walls"

/**
 * A paper of several LIOs. Each version that is published is put to the LIOs that were asked; each answers for itself. What
 * both sides may know stands beside the walls: the title and body of a version that anybody may read, and who agreed. Who
 * was asked and has not agreed is for those two alone.
 */
export const jointPaperRules = `
create or replace function put_to_partners() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into joint_papers (lio_id, representation_id, version, partner, title, body, asked_at)
  select v.lio_id, v.representation_id, v.version, p.partner, v.content ->> 'title', v.content ->> 'body', greatest(p.asked_at, v.published_at)
  from paper_partners p join representation_versions v on v.lio_id = p.lio_id and v.representation_id = p.representation_id and v.withdrawn_at is null
  where p.lio_id = new.lio_id and p.representation_id = new.representation_id
    and v.version = (select max(w.version) from representation_versions w
      where w.lio_id = v.lio_id and w.representation_id = v.representation_id and w.withdrawn_at is null)
  on conflict do nothing;
  return new;
end $$;
create or replace trigger put_to_partners after insert on paper_partners for each row execute function put_to_partners();
create or replace trigger put_to_partners after insert on representation_versions for each row execute function put_to_partners();

create or replace function take_from_partners() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from joint_papers j where j.lio_id = old.lio_id and j.representation_id = old.representation_id and j.partner = old.partner and j.agreed_at is null;
  return old;
end $$;
create or replace trigger take_from_partners after delete on paper_partners for each row execute function take_from_partners();

create or replace function withdraw_from_partners() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from joint_papers j where j.lio_id = new.lio_id and j.representation_id = new.representation_id and j.version = new.version;
  return new;
end $$;
create or replace trigger withdraw_from_partners after update of withdrawn_at on representation_versions for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function withdraw_from_partners();

create or replace function tell_consent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update joint_papers j set agreed_at = new.agreed_at, declined_at = new.declined_at
  from lios leader, lios me
  where leader.slug = new.leader and me.id = new.lio_id and j.lio_id = leader.id and j.representation_id = new.paper_id
    and j.version = new.version and j.partner = me.slug;
  return new;
end $$;
create or replace trigger tell_consent after insert or update on paper_consents for each row execute function tell_consent();
revoke all on function put_to_partners(), take_from_partners(), withdraw_from_partners(), tell_consent() from public;

alter table joint_papers enable row level security;
drop policy if exists both_sides on joint_papers;
create policy both_sides on joint_papers for select using (
  agreed_at is not null or lio_id = ${THE_LIO} or partner = (select l.slug from lios l where l.id = ${THE_LIO}));
grant select on joint_papers to trellis_app;
`
