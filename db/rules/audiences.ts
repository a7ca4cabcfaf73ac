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

/** What goes with a board: whoever may read the board reads it. */
const OF_THEIR_BOARD = "board_id in (select b.id from boards b)"

/** What is told with an election, and what is told with its result. */
const OF_THEIR_ELECTION = "election_id in (select e.id from elections e)"
const OF_ITS_RESULT = `${isAmong("staff")} or election_id in (select e.id from elections e where e.shown_at is not null)`
/** That a consortium is there and of which groups: for its groups, its people and staff. */
const OF_THEIR_CONSORTIUM = (id: string) =>
  `${of("forming", id)} or ('consortium:' || ${id}) = any ((select ${ASKER})::text[])`

/**
 * Who was let into the room of a consortium: for the people in it, for themselves, and for their group while it is of the
 * consortium. Staff, who read all groups, don’t read these.
 */
const LET_IN = `${isAmong()} or array['consortium:' || consortium_id, 'person:' || person_id] && (select ${ASKER})::text[]
  or (group_id is not null and array['forming:' || consortium_id, 'group:' || group_id] <@ (select ${ASKER})::text[])`

/** For those who sit on a board and nobody else: staff, who read all boards, don’t read these. */
const OF_THEIR_SEAT = `${isAmong()} or ('board:' || board_id) = any ((select ${ASKER})::text[])`

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
  consultation_translations: `case when offered_at is null then ${isAmong("staff")} else ${of("consultation", "consultation_id")} end`,
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
  opportunity_areas: "opportunity_id in (select o.id from opportunities o)",
  opportunity_releases: "opportunity_id in (select o.id from opportunities o)",
  opportunity_alerts: of("person", "person_id"),
  consortia: OF_THEIR_CONSORTIUM("id"),
  consortium_groups: OF_THEIR_CONSORTIUM("consortium_id"),
  consortium_people: LET_IN,
  bidding_consents: `${of("group", "group_id")} or (willing and ${isAmong("members")})`,
  health_checks: of("group", "group_id"),
  health_check_questions: OF_THEIR_CHECK,
  health_check_answers: OF_THEIR_CHECK,
  health_check_steps: OF_THEIR_CHECK,
  boards: `case when shown_at is null then ${isAmong("staff", "members")} else ${isAmong("public")} end`,
  board_bodies: OF_THEIR_BOARD,
  board_networks: OF_THEIR_BOARD,
  board_themes: OF_THEIR_BOARD,
  seats: OF_THEIR_BOARD,
  seat_terms: `${isAmong("staff", "members")} or (named_at is not null and seat_id in (select s.id from seats s))`,
  interest_declarations: of("board", "board_id"),
  elections: `case when published_at is null then ${isAmong("staff")} else ${OF_THEIR_BOARD} end`,
  election_seats: OF_THEIR_ELECTION,
  nominations: `${isAmong("staff")} or (valid_at is not null and withdrawn_at is null and ${OF_THEIR_ELECTION})`,
  endorsements: of("group", "group_id"),
  election_roll: of("group", "group_id"),
  roll_appeals: of("group", "group_id"),
  // Nobody reads it but whoever casts a vote, and the count.
  ballot_boxes: isAmong(),
  counted_ballots: OF_ITS_RESULT,
  counted_receipts: OF_ITS_RESULT,
  election_results: OF_ITS_RESULT,
  board_meetings: OF_THEIR_BOARD,
  raised_questions: `${of("group", "group_id")} or ${of("board", "board_id")}`,
  meeting_briefs: `case when sent_at is null then ${isAmong("staff")} else ${of("board", "board_id")} end`,
  meeting_reports: `case when published_at is not null then ${isAmong("staff", "members")} when sent_at is not null then ${of("board", "board_id")} else ${OF_THEIR_SEAT} end`,
  board_promises: OF_THEIR_BOARD,
  meeting_asks: "ask_id in (select a.id from asks a) and meeting_id in (select m.id from board_meetings m)",
  board_decision_themes: "decision_id in (select d.id from board_decisions d)",
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
  // What a group has not sent yet is for its own people: staff, who belong to all groups, belong to no draft.
  draft: "select id from own",
  network:
    "select ng.network_id from network_groups ng where ng.group_id in (select id from own) and ng.joined_at is not null and ng.left_at is null",
  case: "select cp.case_id from case_people cp where cp.person_id = person and 'staff' = any (words)",
  consultation: "select i.consultation_id from invitations i where i.group_id in (select id from own)",
  // Whoever shows that it would bid sees the others that show it.
  interested:
    "select e.opportunity_id from expressions_of_interest e where e.group_id in (select id from own) and e.seen_by = 'interested' and e.withdrawn_at is null",
  // That a consortium is there: for those who signed in for its groups as they were asked, not for groups that became one with them.
  forming:
    "select cg.consortium_id from consortium_groups cg where person is not null and cg.group_id = any (groups) and cg.asked_as = cg.group_id and cg.invited_at is not null and cg.declined_at is null and cg.left_at is null",
  // The room itself is given to a person by name, never to a group: of the staff, or of a group that is still of it.
  consortium: `select cp.consortium_id from consortium_people cp
    where cp.person_id = person and cp.entered_as = person and cp.left_at is null and case when cp.group_id is null then 'staff' = any (words)
      else cp.group_id = any (groups) and exists (select from consortium_groups cg where cg.consortium_id = cp.consortium_id
        and cg.group_id = cp.group_id and cg.accepted_at is not null and cg.left_at is null) end`,
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
comment on function tell_audiences(text[], uuid[], uuid) is 'Says for this transaction to which audiences the asker belongs: these words, and all that comes with being of these groups and, for staff and members, with being this person.';
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
