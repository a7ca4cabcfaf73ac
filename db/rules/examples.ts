/** What goes with an example and isn't a reason to keep it, by what it hangs on. */
const GOES_ALONG: Record<string, string[]> = {
  groups: [
    ...[
      "group_areas",
      "group_terms",
      "group_identifiers",
      "group_sizes",
      "proposals",
      "role_invitations",
      "bidding_consents",
    ],
    ...["events", "duplicate_pairs", "bulk_change_groups"],
  ],
  people: [
    "letters",
    "digests",
    "opportunity_alerts",
    "preferences",
    "drafts",
    "topic_reads",
    "people_apart",
  ],
  sessions: ["session_groups", "session_people"],
  needs: ["need_groups", "need_areas", "need_themes"],
  networks: ["network_watches"],
  topics: ["topic_reads"],
  posts: ["mentions"],
  consultations: ["consultation_results", "unnamed_answers", "consultation_translations"],
  questions: ["answers", "answer_revisions", "unnamed_answers"],
  responses: ["answers", "answer_revisions", "response_versions"],
  areas: [],
  terms: [],
}
/** In this order nothing is left without what it needs. */
const ORDER = [
  "tasks",
  "needs",
  "sessions",
  "posts",
  "topics",
  "networks",
  "responses",
  "questions",
  "consultations",
  "groups",
  "people",
  "areas",
  "terms",
]
/** They join two things: between two examples such a row came in with them, also where one of the two stays. */
const CAME_ALONG = ["network_groups", "invitations"]
/** What says nothing on its own: it stays where the thing that it is a part of stays. */
const PARTS_OF = [
  ["posts", "topic_id"],
  ["questions", "consultation_id"],
] as const

const quoted = (words: string[]) => `array[${words.map((word) => `'${word}'`).join(", ")}]::text[]`
const along = Object.entries(GOES_ALONG)
  .map(([kind, tables]) => `when '${kind}' then ${quoted(tables)}`)
  .join(" ")

/**
 * Taking example data away. What somebody has added since keeps the example that it hangs on, whichever table it is in:
 * the keys of the catalogue are asked, so that a new table is looked at by itself. A row that only joins two things
 * (a role, a group of a network) counts when the other of the two stays.
 */
export const exampleRules = `
create or replace function examples_to_go() returns table (kind text, row_id uuid)
language plpgsql set search_path = public, pg_temp as $$
declare
  going uuid[];
  needed uuid[];
  more uuid[];
  key record;
begin
  select coalesce(array_agg(x.row_id), '{}') into going from examples x;
  loop
    needed := '{}';
    for key in
      select k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent, a.attname as col,
        case when exists (select from pg_attribute i where i.attrelid = k.conrelid and i.attname = 'id' and not i.attisdropped)
          and k.conrelid::regclass::text <> 'roles' then 'c.id = any ($1)'
        else coalesce((select string_agg(format(case when k.conrelid::regclass::text = any (${quoted(CAME_ALONG)})
            then 'c.%I in (select x.row_id from examples x)' else 'c.%I = any ($1)' end, o.attname), ' or ') from pg_attribute o
          where o.attrelid = k.conrelid and o.attnum > 0 and not o.attisdropped and o.atttypid = 'uuid'::regtype
            and o.attname not in ('lio_id', 'id', a.attname)), 'false') end as ours
      from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname <> 'lio_id'
      where k.contype = 'f' and k.confrelid = any (${quoted(Object.keys(GOES_ALONG))}::regclass[])
    loop
      continue when key.child = any (case key.parent ${along} end);
      execute format('select array_agg(distinct c.%I) from %I c where c.%I = any ($1) and (%s) is not true
        and to_jsonb(c) ->> ''undone_at'' is null and to_jsonb(c) ->> ''removed_at'' is null', key.col, key.child, key.col, key.ours)
        into more using going;
      needed := needed || coalesce(more, '{}');
    end loop;
${PARTS_OF.map(([part, whole]) => `    needed := needed || array(select p.id from ${part} p where p.id = any (going) and p.${whole} <> all (going));`).join("\n")}
    -- The one thing that hangs on others without a key.
    needed := needed || array(select f.on_id from files f where f.on_id = any (going) and f.removed_at is null);
    exit when cardinality(needed) = 0;
    going := array(select g.id from unnest(going) g(id) where g.id <> all (needed));
  end loop;
  return query select x.kind, x.row_id from examples x where x.row_id = any (going);
end $$;
comment on function examples_to_go() is 'The example data on which the LIO has built nothing of its own: what goes when the examples are removed.';
revoke all on function examples_to_go() from public;
grant execute on function examples_to_go() to trellis_app;

create or replace function remove_examples() returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asker text := current_setting('app.audiences', true);
  going uuid[];
  gone jsonb;
  this text;
begin
  -- The door has said who asks: a manager, or the system. Nobody else is let in, whatever calls this.
  if not coalesce(nullif(asker, '')::text[] && array['managers', '*'], false) then
    raise exception 'Only a manager removes the example data.' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('app.audiences', '{*}', true);
  select array_agg(g.row_id) into going from examples_to_go() g;
  select coalesce(jsonb_object_agg(k.kind, k.times), '{}') into gone
    from (select x.kind, count(*) as times from examples x where x.row_id = any (going) group by x.kind) k;
  delete from events e where e.subject_id = any (going);
  foreach this in array ${quoted(ORDER)} loop
    execute format('delete from %I t where t.id = any ($1) and exists (select from examples x where x.kind = %L and x.row_id = t.id)',
      this, this) using going;
  end loop;
  delete from suppressions s where s.reason = 'example'
    and not exists (select from people p where p.email = s.email) and not exists (select from groups g where g.email = s.email);
  delete from examples;
  perform set_config('app.audiences', coalesce(asker, ''), true);
  return gone;
end $$;
comment on function remove_examples() is 'Takes away the example data that nothing of the LIO hangs on, with what the log says of it; the rest is the LIO''s from then on. Gives how many of each went.';
revoke all on function remove_examples() from public;
grant execute on function remove_examples() to trellis_app;
`
