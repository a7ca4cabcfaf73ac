/** Tables without row-level security, each for a reason. The catalogue test holds this list against the database. */
export const DIRECTORY_TABLES = {
  lios: "which LIOs there are; changed only from within the LIO itself (policy below)",
  accounts: "sign-in role only",
  auth_providers: "sign-in role only",
  auth_sessions: "sign-in role only",
  sign_in_tokens: "sign-in role only",
  lio_access: "sign-in role only: which LIOs an address may enter",
  rate_limits: "sign-in role only",
  postcodes: "open data",
  places: "open data",
  place_versions: "open data",
  postcode_parts: "open data",
  open_data_files: "which open data was read",
  served_areas: "published facts that the finder looks up over all LIOs; only triggers write it",
  shared_pathways: "what LIOs share with all others of the installation; only a trigger writes it",
  joint_papers:
    "what the LIOs of a joint paper may know of each other (policy in joint-papers.ts); only triggers write it",
  categories: "open data",
  shared_guides: "public, the same for every LIO; written by the operator",
  search_entries: "no grant at all: read through functions that filter by the door's LIO",
  worker_heartbeats: "says only that the worker is alive",
} as const

const directory = Object.keys(DIRECTORY_TABLES)
  .map((name) => `'${name}'`)
  .join(", ")

/** The LIO that the door has told Postgres; null before it has. */
export const THE_LIO = "(select nullif(current_setting('app.lio_id', true), '')::uuid)"

/** One wall for every tenant table, and what each role may do. */
export const wallRules = `
do $$
declare t text;
begin
  for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'public' and c.relkind in ('r', 'p')
             and c.relname not in (${directory}) and c.relname not like '\\_\\_drizzle%'
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    if not exists (select from pg_policies where schemaname = 'public' and tablename = t and policyname = 'sealed') then
      execute format('create policy sealed on %I using (lio_id = ${THE_LIO.replaceAll("'", "''")}) with check (lio_id = ${THE_LIO.replaceAll("'", "''")})', t);
    end if;
    execute format('grant select, insert, update, delete on %I to trellis_app', t);
  end loop;
end $$;

alter table lios enable row level security;
drop policy if exists everyone_reads on lios;
create policy everyone_reads on lios for select using (true);
drop policy if exists own_changes on lios;
create policy own_changes on lios for update using (id = ${THE_LIO}) with check (id = ${THE_LIO});
grant select, update on lios to trellis_app;
grant select on lios to trellis_auth;

grant select on shared_guides, postcodes, places, place_versions, postcode_parts, served_areas, shared_pathways, categories, worker_heartbeats to trellis_app;
grant select, insert, update, delete on accounts, auth_providers, auth_sessions, sign_in_tokens, rate_limits to trellis_auth;
grant select on lio_access to trellis_auth;
grant usage on schema public to trellis_app, trellis_auth;
`

/** On the database itself: nobody but its owner makes temporary tables, for one named like ours would stand in its way. */
export const databaseRules = `
do $$
begin
  execute format('revoke temporary on database %I from public', current_database());
end $$;
`
