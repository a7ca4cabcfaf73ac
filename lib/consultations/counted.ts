import { type SQL, sql } from "drizzle-orm"

/**
 * How many groups were asked and how many answered, for whatever tells it: lists, home, letters, papers. `of` is the
 * consultation's id in the query. Once it has closed the numbers are those of its latest edition; until then an answer
 * counts once for each invitation, also where two groups were merged (`counted_answers`, db/rules/frozen.ts).
 */
const LIVE = {
  asked: (of: SQL) => sql<number>`(select count(*)::int from invitations i where i.consultation_id = ${of})`,
  answered: (of: SQL, from: SQL) =>
    sql<number>`(select count(*)::int from ${from} a where a.consultation_id = ${of})`,
  on_behalf: (of: SQL, from: SQL) =>
    sql<number>`(select count(*)::int from ${from} a where a.consultation_id = ${of} and a.on_behalf)`,
  nothing: (
    of: SQL,
    from: SQL,
  ) => sql<number>`(select count(*)::int from invitations i where i.consultation_id = ${of} and i.declined_at is not null
      and not exists (select from ${from} a where a.consultation_id = i.consultation_id and a.group_id = i.group_id))`,
}

const EVERY = sql`counted_answers`
const ONCE = sql`counted_once`

const frozenOr = (what: keyof typeof LIVE, of: SQL, from: SQL = EVERY) =>
  sql<number>`coalesce((select f.${sql.raw(what)} from consultation_results f where f.consultation_id = ${of} order by f.edition desc limit 1), ${LIVE[what](of, from)})`

/** Groups asked. */
export const askedOf = (of: SQL) => frozenOr("asked", of)
/** Groups whose answer counts. */
export const answeredOf = (of: SQL) => frozenOr("answered", of)
/** Of those, how many staff typed in from paper or a call. */
export const onBehalfOf = (of: SQL) => frozenOr("on_behalf", of)

/** Goes before a query of one consultation that asks for several of these: its answers are then looked for once, in `counted_once`. */
export const countingOnce = (of: SQL) =>
  sql`with counted_once as materialized (select * from counted_answers where consultation_id = ${of})`

/** Groups asked, whose answer counts, who have nothing to say, and for whom staff typed it in: as columns, after `countingOnce`. */
export const heardOf = (of: SQL) =>
  sql`${frozenOr("asked", of, ONCE)} as asked, ${frozenOr("answered", of, ONCE)} as answered, ${frozenOr("nothing", of, ONCE)} as nothing, ${frozenOr("on_behalf", of, ONCE)} as "onBehalf"`

/** The same as they stand now, whatever was frozen: what an edition is made of. */
export const heardNow = (of: SQL) =>
  sql`${LIVE.asked(of)} as asked, ${LIVE.answered(of, ONCE)} as answered, ${LIVE.nothing(of, ONCE)} as nothing, ${LIVE.on_behalf(of, ONCE)} as "onBehalf"`

/**
 * The questions of a consultation that response `r` is asked, by what its draft says, as `shownTo` works it out: a question
 * that hangs on an answer is among them where that was given to a question which is.
 */
export const shownOf = (r: SQL, consultationId: SQL) => sql`(with recursive shown(id) as (
    select q.id from questions q where q.consultation_id = ${consultationId} and q.setting -> 'onlyIf' is null
    union all
    select q.id from shown s join questions q on q.consultation_id = ${consultationId} and q.setting #>> '{onlyIf,question}' = s.id::text
      join answers a on a.response_id = ${r}.id and a.question_id = s.id
    where q.setting #> '{onlyIf,options}' ? (a.value ->> 'choice')
      or exists (select from jsonb_array_elements_text(a.value -> 'choices') picked where q.setting #> '{onlyIf,options}' ? picked)
  ) select id from shown)`

/**
 * How many answers of response `r` say something else in the draft than in what was sent last; 0 where nothing was sent.
 * What was said to a question that it isn't asked any more isn't sent, so it says nothing.
 */
export const unsentOf = (r: SQL) => sql<number>`(select count(*)::int from questions q
  left join answers a on a.response_id = ${r}.id and a.question_id = q.id
  left join response_versions v on v.response_id = ${r}.id and v.version = ${r}.version
  where ${r}.version > 0 and q.consultation_id = ${r}.consultation_id
    and case when q.id in ${shownOf(r, sql`${r}.consultation_id`)} then coalesce(a.value, '{}'::jsonb) else '{}'::jsonb end
      is distinct from coalesce(v.answers -> q.id::text, '{}'::jsonb))`
