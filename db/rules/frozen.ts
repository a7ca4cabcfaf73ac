/** What is never rewritten: table → what its digest is worked out from. */
const FROZEN = {
  response_versions:
    "jsonb_build_array(new.response_id, new.version, new.answers, extract(epoch from new.signed_off_at), new.signed_off_name, new.on_behalf)",
  // What anybody can work out from the file that they were given: the document, written in one way only.
  consultation_results:
    "case when new.document is null then jsonb_build_array(new.consultation_id, new.asked, new.answered, new.on_behalf, new.nothing, new.content, extract(epoch from new.frozen_at))::text else canonical(new.document) end",
  representation_versions:
    "jsonb_build_array(new.representation_id, new.version, new.content, extract(epoch from new.published_at))",
  guide_versions:
    "jsonb_build_array(new.guide_id, new.version, new.title, new.summary, new.nations, new.body, new.related, new.change, extract(epoch from new.published_at))",
  election_results:
    "jsonb_build_array(new.election_id, new.on_roll, new.voted, new.on_paper, new.candidates, new.content, extract(epoch from new.counted_at))",
} as const

/** Tables to which the app's role may add and in which it may change nothing; the catalogue test holds this list against the database. */
export const ADD_ONLY = [
  ...["events", "event_people", "answer_revisions", "unnamed_answers", "question_changes"],
  ...["ask_replies", "ask_outcomes", "body_comments", "representation_sends", "paper_sign_offs"],
  ...["interest_declarations", "counted_ballots", "counted_receipts"],
  ...Object.keys(FROZEN),
] as const

/** All that may change in them: that a paper was withdrawn and why, and which record stands for a person (two may be merged). */
export const MAY_BE_NOTED = {
  answer_revisions: ["saved_by"],
  ask_outcomes: ["entered_by"],
  ask_replies: ["entered_by"],
  body_comments: ["body_id", "entered_by"],
  question_changes: ["changed_by", "told_at"],
  response_versions: ["signed_off_by"],
  representation_sends: ["entered_by"],
  paper_sign_offs: ["entered_by"],
  interest_declarations: ["entered_by"],
  representation_versions: ["published_by", "withdrawn_at", "withdrawn_by", "withdrawn_reason"],
  consultation_results: [
    ...["made_by", "published_at", "published_by", "withdrawn_at", "withdrawn_by", "withdrawn_reason"],
  ],
} as const

/** JSON written in one way only: keys in the order of their signs, no spaces. As `jq -cS` writes it. */
const canonical = `
create or replace function canonical(value jsonb) returns text language plpgsql immutable strict parallel safe
set search_path = public, pg_temp as $$
begin
  return case jsonb_typeof(value)
    when 'object' then '{' || coalesce((select string_agg(to_json(e.key)::text || ':' || canonical(e.value), ',' order by e.key collate "C")
      from jsonb_each(value) e), '') || '}'
    when 'array' then '[' || coalesce((select string_agg(canonical(e.value), ',' order by e.ordinality)
      from jsonb_array_elements(value) with ordinality e), '') || ']'
    else value::text end;
end $$;
`

const digests = Object.entries(FROZEN).map(
  ([table, says]) => `
create or replace function digest_${table}() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.digest := encode(sha256(convert_to((${says})::text, 'UTF8')), 'hex');
  return new;
end $$;
create or replace trigger digest before insert or update on ${table} for each row execute function digest_${table}();
revoke all on function digest_${table}() from public;
`,
)

/** SQL that counts, for each frozen table, the rows of an LIO and those whose digest is not that of what they say. */
export const CHECK_DIGESTS: [table: string, sql: string][] = Object.entries(FROZEN).map(([table, says]) => [
  table,
  `select count(*)::int as rows, count(*) filter (where t.digest is distinct from
    encode(sha256(convert_to((${says.replace(/\bnew\./g, "t.")})::text, 'UTF8')), 'hex'))::int as wrong from ${table} t`,
])

const addOnly = ADD_ONLY.map((table) => `revoke update, delete on ${table} from trellis_app;`)
const noted = Object.entries(MAY_BE_NOTED).map(
  ([table, columns]) => `grant update (${columns.join(", ")}) on ${table} to trellis_app;`,
)

/** A question is put right as its latest version says: its words, and options after those there were; all else stays. */
const CORRECTED = `
  (new.consultation_id, new.position, new.kind, new.required, new.setting - 'options')
    is not distinct from (old.consultation_id, old.position, old.kind, old.required, old.setting - 'options')
  and (select jsonb_agg(o.value order by o.ordinality) from jsonb_array_elements(new.setting -> 'options') with ordinality o
    where o.ordinality <= jsonb_array_length(old.setting -> 'options')) is not distinct from old.setting -> 'options'
  and exists (select from question_changes h where h.lio_id = new.lio_id and h.question_id = new.id
    and (h.now ->> 'title', h.now ->> 'help') is not distinct from (new.title, new.help)
    and h.version = (select max(l.version) from question_changes l where l.lio_id = new.lio_id and l.consultation_id = new.consultation_id))`

/** What may not change once it has happened: table → when, and which columns then stay. */
const STAYS: [table: string, name: string, when: string, said: string][] = [
  [
    "responses",
    "sent",
    "new.version < old.version or (old.version > 0 and (new.reference, new.consultation_id) is distinct from (old.reference, old.consultation_id))",
    "An answer that was sent stays.",
  ],
  [
    "consultations",
    "opened",
    "old.opened_at is not null and (new.opened_at, new.naming, new.parts_by) is distinct from (old.opened_at, old.naming, old.parts_by)",
    "What groups were told before they answered stays.",
  ],
  [
    "questions",
    "asked",
    `exists (select from consultations c where c.lio_id = old.lio_id and c.id = old.consultation_id and c.opened_at is not null
      and (c.closed_at is not null or not (${CORRECTED})))`,
    "A question that was asked stays.",
  ],
  [
    "representations",
    "sent",
    // The body's own row may go up in another when two are merged; the paper names it in words.
    "old.sent_on is not null and (new.sent_on, new.sent_version, new.consultation_id) is distinct from (old.sent_on, old.sent_version, old.consultation_id)",
    "What was sent stays.",
  ],
  [
    "representation_versions",
    "withdrawn",
    "old.withdrawn_at is not null and (new.withdrawn_at, new.withdrawn_reason) is distinct from (old.withdrawn_at, old.withdrawn_reason)",
    "A version is withdrawn once, and its reason stays.",
  ],
  [
    "files",
    "answered",
    `old.on_kind = 'response' and ((new.on_kind, new.on_id, new.name, new.digest) is distinct from (old.on_kind, old.on_id, old.name, old.digest)
      or (new.removed_at is not null and exists (select from response_versions v where v.lio_id = old.lio_id and v.response_id = old.on_id
        and jsonb_path_exists(v.answers, '$.*.file.id ? (@ == $id)', jsonb_build_object('id', old.id::text)))))`,
    "A file that was sent as an answer stays.",
  ],
  [
    "consultation_results",
    "noted",
    "old.published_at is not null and new.published_at is distinct from old.published_at or old.withdrawn_at is not null and (new.withdrawn_at, new.withdrawn_reason) is distinct from (old.withdrawn_at, old.withdrawn_reason)",
    "An edition is published once and withdrawn once, and its reason stays.",
  ],
]

// Only the app's role is held: keys that cascade, and a restore, act as the owner.
const stays = STAYS.map(
  ([table, name, when, message]) => `
create or replace function ${table}_${name}() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'trellis_app' and (${when}) then raise exception '${message}' using errcode = 'integrity_constraint_violation'; end if;
  return new;
end $$;
create or replace trigger ${name} before update on ${table} for each row execute function ${table}_${name}();
revoke all on function ${table}_${name}() from public;
`,
)

/**
 * The answers that count: one for each invitation that was signed off. Two groups that were merged have one invitation,
 * so they have one answer: that of the group that stays, or the other's as long as it has sent none itself. Of a
 * consultation that was stopped none count: groups were told so.
 */
const counted = `
create or replace view counted_answers with (security_invoker = true) as
with recursive went as (
  select lio_id, gone_id, kept_id from merges where undone_at is null
  union
  select w.lio_id, w.gone_id, m.kept_id from went w join merges m on m.lio_id = w.lio_id and m.gone_id = w.kept_id and m.undone_at is null
)
select distinct on (s.lio_id, s.consultation_id, s.group_id)
  s.lio_id, s.consultation_id, s.group_id, s.response_id, s.version, v.on_behalf, s.quotable, s.reference, s.signed_off_at, s.quotable_to_groups
from (
  select r.lio_id, r.consultation_id, i.group_id, r.id as response_id, r.version, r.quotable, r.reference, r.signed_off_at, r.quotable_to_groups, true as own
  from invitations i
  join responses r on r.lio_id = i.lio_id and r.consultation_id = i.consultation_id and r.group_id = i.group_id and r.version > 0
  union all
  select r.lio_id, r.consultation_id, i.group_id, r.id, r.version, r.quotable, r.reference, r.signed_off_at, r.quotable_to_groups, false
  from went w
  join responses r on r.lio_id = w.lio_id and r.group_id = w.gone_id and r.version > 0
  join invitations i on i.lio_id = r.lio_id and i.consultation_id = r.consultation_id and i.group_id = w.kept_id
) s
join response_versions v on v.lio_id = s.lio_id and v.response_id = s.response_id and v.version = s.version
where not exists (select from consultations c where c.lio_id = s.lio_id and c.id = s.consultation_id and c.stopped_at is not null)
order by s.lio_id, s.consultation_id, s.group_id, s.own desc, s.signed_off_at desc, s.response_id;
grant select on counted_answers to trellis_app;

create or replace view answers_to_read with (security_invoker = true) as
select a.lio_id, a.consultation_id, a.group_id, a.response_id, a.version, a.on_behalf, a.quotable, a.reference, a.quotable_to_groups
from counted_answers a
where not exists (select from consultation_results f where f.lio_id = a.lio_id and f.consultation_id = a.consultation_id)
union all
select r.lio_id, r.consultation_id, r.group_id, r.id, r.version, v.on_behalf, r.quotable, r.reference, r.quotable_to_groups
from responses r join response_versions v on v.lio_id = r.lio_id and v.response_id = r.id and v.version = r.version
where r.counted;
comment on view answers_to_read is 'The answers themselves: those that count while it is open, and those that were counted once it has closed, also of a group that went up in another since.';
grant select on answers_to_read to trellis_app;
`

/** Which words stand behind what of a paper: passages pinned to an ask (`part_id` null), or to a paragraph of its text (`ask_id` null). */
const pinned = `
create or replace view pinned_passages with (security_invoker = true) as
select a.lio_id, a.representation_id, ap.ask_id, null::uuid as part_id, ap.passage_id
from ask_passages ap join asks a on a.lio_id = ap.lio_id and a.id = ap.ask_id
union
select pp.lio_id, pp.representation_id, null, pp.part_id, pp.passage_id from paper_pins pp where pp.passage_id is not null;
grant select on pinned_passages to trellis_app;
`

/**
 * The end of answers that are named to nobody: whatever says which group gave them goes, and so does the salt of the key by
 * which they could be read. Only once the consultation has closed; what they say is in unnamed_answers by then.
 */
const parting = `
create or replace function part_answers(the_consultation uuid) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare asker text := current_setting('app.audiences', true);
begin
  perform set_config('app.audiences', '{*}', true);
  if not exists (select from consultations c where c.id = the_consultation and c.naming = 'nobody' and c.closed_at is not null) then
    raise exception 'Only answers that are named to nobody, of a consultation that has closed.' using errcode = 'insufficient_privilege';
  end if;
  update response_versions v set answers = '{}' from responses r where r.id = v.response_id and r.consultation_id = the_consultation;
  delete from answer_revisions a using responses r where r.id = a.response_id and r.consultation_id = the_consultation;
  delete from answers a using responses r where r.id = a.response_id and r.consultation_id = the_consultation;
  update consultations set seal_salt = null where id = the_consultation;
  perform set_config('app.audiences', coalesce(asker, ''), true);
end $$;
comment on function part_answers(uuid) is 'Takes away which group gave which answer, of a closed consultation whose answers are named to nobody.';
revoke all on function part_answers(uuid) from public;
grant execute on function part_answers(uuid) to trellis_app;
`

/** Papers, signed answers and their numbers stay what they were, with a digest of each; and which answers count. */
export const frozenRules = [
  canonical,
  ...digests,
  ...addOnly,
  ...noted,
  ...stays,
  counted,
  pinned,
  parting,
].join("\n")
