/** The words of the audiences that whoever came through the door belongs to; null before a door has told. */
const ASKER = "nullif(current_setting('app.audiences', true), '')::text[]"

/** Whether the asker belongs to one of these outright: worked out once a query, not once a row. `*` is the system. */
export const isAmong = (...words: string[]) => `(select ${ASKER} && '{${["*", ...words].join(",")}}'::text[])`

/** Rows of things that belong to one group, network …: those who belong to it, and whoever reads all of that kind. */
const of = (kind: string, id: string) =>
  `${isAmong(kind)} or ('${kind}:' || ${id}) = any ((select ${ASKER})::text[])`

/** Whether the asker belongs to the audience that stands in this column. */
export const maySee = (column: string) =>
  `${isAmong()} or ${column} = any ((select ${ASKER})::text[]) or split_part(${column}, ':', 1) = any ((select ${ASKER})::text[])`

/** Everybody who came through a door of the LIO may read these, each for a reason; queries choose what they show. */
export const OPEN_TABLES = {
  groups: "their names stand wherever they speak, and in the public directory",
  group_identifiers: "registers are public, and the directory shows them",
  areas: "the LIO’s area is public",
  group_areas: "the directory is searched by them",
  group_terms: "the directory is searched by them; a word that is not for everybody is hidden by `terms`",
  people: "names stand under what people wrote",
  staff: "the door reads it to know who is asking",
  roles: "the door reads it to know for whom somebody speaks",
  networks: "everybody here may ask to join",
  network_groups: "the door reads it to know in which networks somebody is",
  network_watches: "whoever writes has those told who watch",
  mentions: "whoever is named is told",
  topic_reads: "unread marks",
  membership_types: "the join form shows them",
  services: "the public page shows them",
  guides: "which guides there are is public; what is being written of them is in guide_drafts",
  guide_versions: "published guides are public",
  hidden_guides: "the public list leaves them out",
  logos: "every page and email shows it",
  preferences: "whoever writes to others must know who wants no email",
  suppressions: "whoever writes to others must know which addresses take none",
} as const

/** What a health check says: for its group, and for staff only as long as the group agrees. */
const OF_THEIR_CHECK = `check_id in (select c.id from health_checks c where ${isAmong()}
  or ('group:' || c.group_id) = any ((select ${ASKER})::text[])
  or (${isAmong("staff")} and c.consented_at is not null and c.withdrawn_at is null))`

/** For the people of a group and nobody else: staff, who read all groups, don't read these. */
const OF_THEIR_GROUP = `${isAmong()} or ('group:' || group_id) = any ((select ${ASKER})::text[])`

/** Tables whose rows are not for staff alone: the rule by which somebody may read one. */
const RULES: Record<string, string> = {
  saved_views: `case when shared_at is null then ${of("person", "person_id")} else ${isAmong("staff")} end`,
  drafts: of("person", "person_id"),
  submissions: `person_id is null or ${of("person", "person_id")}`,
  custom_fields: `case when for_groups = 'nothing' then ${isAmong("staff")} else ${isAmong("staff", "members")} end`,
  terms: `list <> 'tag' or shown_at is not null or ${isAmong("staff")}`,
  group_sizes: of("group", "group_id"),
  proposals: of("group", "group_id"),
  memberships: of("group", "group_id"),
  membership_requests: `case when group_id is null then ${isAmong("staff")} else ${of("group", "group_id")} end`,
  role_invitations: of("group", "group_id"),
  topics: of("network", "network_id"),
  file_contents:
    "exists (select from files f where f.lio_id = file_contents.lio_id and (f.digest = file_contents.digest or f.small_digest = file_contents.digest))",
  file_pieces:
    "exists (select from files f where f.lio_id = file_pieces.lio_id and (f.digest = file_pieces.digest or f.small_digest = file_pieces.digest))",
  consultations: `case when opened_at is null then ${isAmong("staff")} else ${of("consultation", "id")} end`,
  questions: of("consultation", "consultation_id"),
  question_changes: of("consultation", "consultation_id"),
  proposed_statements: of("group", "group_id"),
  consultation_results: of("consultation", "consultation_id"),
  invitations: of("group", "group_id"),
  responses: of("group", "group_id"),
  passages: of("group", "group_id"),
  answering_now: OF_THEIR_GROUP,
  answer_comments: OF_THEIR_GROUP,
  signing_rules: of("group", "group_id"),
  loop_letters: of("group", "group_id"),
  representations: `case when sent_on is null then ${isAmong("staff")} else ${isAmong("staff", "members")} end`,
  representation_versions: "representation_id in (select r.id from representations r)",
  support_sources: `case when published_at is null then ${isAmong("staff")} else ${isAmong("public")} end`,
  case_groups: "case_id in (select c.id from cases c)",
  case_people: "case_id in (select c.id from cases c)",
  asks: "representation_id in (select r.id from representations r)",
  paper_pins: `${isAmong("staff")} or (passage_id in (select p.id from passages p) and representation_id in (select r.id from representations r))`,
  ask_passages: "ask_id in (select a.id from asks a)",
  ask_replies: "ask_id in (select a.id from asks a)",
  ask_outcomes: "ask_id in (select a.id from asks a)",
  calendar_occurrences: "date_id in (select d.id from calendar_dates d)",
  calendar_answers: `${of("group", "group_id")} or ${of("person", "person_id")}`,
  calendar_feeds: of("person", "person_id"),
  booking_needs: isAmong("workers"),
  resource_terms: "resource_id in (select r.id from resources r)",
  health_checks: of("group", "group_id"),
  health_check_questions: OF_THEIR_CHECK,
  health_check_answers: OF_THEIR_CHECK,
  health_check_steps: OF_THEIR_CHECK,
}

/** Tables whose rows are read with what they hang on: table → how its audience is worked out as a row is added. */
const FOLLOWS: Record<string, string> = {
  posts:
    "(select 'network:' || t.network_id from topics t where t.lio_id = new.lio_id and t.id = new.topic_id)",
  ...Object.fromEntries(
    ["answers", "answer_revisions", "response_versions"].map((table) => [
      table,
      "(select 'group:' || r.group_id from responses r where r.lio_id = new.lio_id and r.id = new.response_id)",
    ]),
  ),
}

const following = Object.entries(FOLLOWS).map(
  ([table, audience]) => `
create or replace function audience_of_${table}() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  new.audience := ${audience};
  return new;
end $$;
create or replace trigger audience before insert on ${table} for each row execute function audience_of_${table}();
revoke all on function audience_of_${table}() from public;
`,
)

/** Who belongs to what, besides the groups themselves and those that went up in them (`own`): kind → the ids. */
const BELONGING: Record<string, string> = {
  group: "select id from own",
  network:
    "select ng.network_id from network_groups ng where ng.group_id in (select id from own) and ng.joined_at is not null and ng.left_at is null",
  case: "select cp.case_id from case_people cp where cp.person_id = person",
  consultation: "select i.consultation_id from invitations i where i.group_id in (select id from own)",
}

const belonging = Object.entries(BELONGING)
  .map(([kind, ids]) => `select '${kind}:' || t.id as word from (${ids}) as t(id)`)
  .join("\n    union all ")

const names = (tables: object) =>
  Object.keys(tables)
    .map((name) => `'${name}'`)
    .join(", ")

/**
 * Who may read a row within an LIO: a restrictive policy beside the wall, on every tenant table that is not open to all of
 * the LIO. A table with a column `audience` follows it; one with a rule above follows that; any other is for staff.
 * The door says what the asker belongs to (lib/access/audiences.ts), once a transaction.
 */
export const audienceRules = (directory: object) => `
drop function if exists tell_audiences(text[], uuid[]);
create or replace function tell_audiences(words text[], groups uuid[], person uuid) returns void language plpgsql
set search_path = public, pg_temp as $$
declare told text[];
begin
  -- Who belongs to what is worked out over everything; after that the asker reads what is for them.
  perform set_config('app.audiences', '{*}', true);
  with recursive own(id) as (
    select unnest(groups)
    union select m.gone_id from merges m join own on m.kept_id = own.id where m.undone_at is null)
  select array_agg(word) into told from (
    ${belonging}) words;
  perform set_config('app.audiences', (words || told)::text, true);
end $$;
comment on function tell_audiences(text[], uuid[], uuid) is 'Says for this transaction to which audiences the asker belongs: these words, and all that comes with being of these groups and, for staff, with being this person.';
revoke all on function tell_audiences(text[], uuid[], uuid) from public;
grant execute on function tell_audiences(text[], uuid[], uuid) to trellis_app;

${following.join("")}
do $$
declare
  t record;
  rule text;
  rules jsonb := '${JSON.stringify(RULES).replaceAll("'", "''")}'::jsonb;
begin
  for t in select c.oid, c.relname,
             exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'audience' and not a.attisdropped) as says
           from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'public' and c.relkind in ('r', 'p')
             and c.relname not in (${names(directory)}, ${names(OPEN_TABLES)}) and c.relname not like '\\_\\_drizzle%'
  loop
    rule := case when t.says then '${maySee("audience").replaceAll("'", "''")}' else coalesce(rules ->> t.relname, '${isAmong("staff").replaceAll("'", "''")}') end;
    execute format('drop policy if exists audience on %I', t.relname);
    execute format('create policy audience on %I as restrictive for select using (%s)', t.relname, rule);
  end loop;
end $$;
`
