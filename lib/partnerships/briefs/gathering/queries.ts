import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../../access/ctx"
import { answeredOf, askedOf } from "../../../consultations/counted"
import { daysBetween } from "../../../days"
import { formatDate, say, sayCount, shortened } from "../../../words"
import type { Meeting } from "../../meetings/queries"
import { listOpenPromises } from "../../promises/queries"
import type { BriefContent, BriefItem, BriefSection } from "../words"

/** More than so many lines of one kind nobody reads before a meeting: the oldest first, and how many more there are. */
const MOST = 25

type Of = Pick<Meeting, "id" | "boardId">
const bodiesOf = ({ boardId }: Of) =>
  sql`(select bb.body_id from board_bodies bb where bb.board_id = ${boardId})`

const day = (on: string) => formatDate(on)

async function asksOut(ctx: Ctx, of: Of): Promise<BriefItem[]> {
  const rows = await ctx.tx.execute<{
    id: string
    text: string
    paperId: string
    paper: string
    body: string
    sentOn: string
    acknowledgedOn: string | null
    groups: number
  }>(sql`
    select a.id, a.text, r.id as "paperId", r.title as paper, b.name as body, r.sent_on::text as "sentOn", a.acknowledged_on::text as "acknowledgedOn",
      coalesce(n.groups, 0)::int as groups
    from asks a join representations r on r.id = a.representation_id join groups b on b.id = r.body_id
    left join (select p.ask_id, count(distinct x.group_id) as groups from pinned_passages p join passages x on x.id = p.passage_id
      where p.ask_id is not null group by p.ask_id) n on n.ask_id = a.id
    where r.sent_on is not null and r.closed_at is null and r.body_id in ${bodiesOf(of)} and (a.reply is null or a.reply = 'no_reply')
    order by r.sent_on, r.id, a.position`)
  return rows.map(({ id, text, paperId, paper, body, sentOn, acknowledgedOn, groups }) => ({
    key: `ask:${id}`,
    words: text,
    about: [
      say("{paper}, sent to {body} on {day}.", { paper, body, day: day(sentOn) }),
      sayCount(daysBetween(sentOn, ctx.today), {
        one: "{count} day without an answer.",
        other: "{count} days without an answer.",
      }),
      acknowledgedOn ? say("They said on {day} that they have it.", { day: day(acknowledgedOn) }) : null,
      groups > 0
        ? sayCount(groups, {
            one: "{count} group’s words stand behind it.",
            other: "Words of {count} groups stand behind it.",
          })
        : null,
    ]
      .filter(Boolean)
      .join(" "),
    path: `representations/${paperId}?ask=${id}`,
  }))
}

async function promisesOut(ctx: Ctx, of: Of): Promise<BriefItem[]> {
  const rows = await listOpenPromises(ctx, { boardId: of.boardId })
  return rows.map(({ id, words, body, promisedBy, promisedOn, dueOn, path }) => {
    const by = promisedBy ?? body
    const late = dueOn && dueOn < ctx.today ? daysBetween(dueOn, ctx.today) : 0
    return {
      key: `promise:${id}`,
      words,
      about: [
        say("Promised by {by} on {day}.", { by, day: day(promisedOn) }),
        late > 0
          ? sayCount(late, { one: "{count} day overdue.", other: "{count} days overdue." })
          : dueOn
            ? say("Due on {day}.", { day: day(dueOn) })
            : say("No date was given."),
      ].join(" "),
      path,
    }
  })
}

async function questionsWaiting(ctx: Ctx, of: Of): Promise<BriefItem[]> {
  const rows = await ctx.tx.execute<{ id: string; words: string; group: string }>(sql`
    select q.id, q.words, g.name as "group" from raised_questions q join groups g on g.id = q.group_id
    where q.meeting_id = ${of.id} and q.state = 'waiting' order by q.asked_at, q.id`)
  return rows.map(({ id, words, group }) => ({
    key: `question:${id}`,
    words,
    about: say("From {group}.", { group }),
    path: `board-meetings/${of.id}`,
  }))
}

/** What was reported from the last meeting, and decided from then on: as staff wrote it down, where they did. */
async function lastTime(ctx: Ctx, of: Of): Promise<BriefItem[]> {
  const last = sql`(select max(d.on_day) from board_meetings m join calendar_dates d on d.id = m.id where m.board_id = ${of.boardId}
    and m.id <> ${of.id} and d.cancelled_at is null and d.on_day < (select t.on_day from calendar_dates t where t.id = ${of.id}))`
  const [reports, decisions] = await Promise.all([
    ctx.tx.execute<{ id: string; on: string; needed: string | null; decided: string | null }>(sql`
      select r.meeting_id as id, d.on_day::text as "on", r.needed, r.decided from meeting_reports r join calendar_dates d on d.id = r.meeting_id
      where r.board_id = ${of.boardId} and r.published_at is not null and r.meeting_id <> ${of.id} order by d.on_day desc limit 1`),
    ctx.tx.execute<{ id: string; on: string; words: string }>(sql`
      select x.id, x.on_day::text as "on", x.words from board_decisions x
      where x.board_id = ${of.boardId} and x.on_day >= coalesce(${last}, x.on_day) order by x.on_day desc, x.id limit 6`),
  ])
  const written = (on: string) => decisions.some((one) => one.on === on)
  const said = (kind: string, id: string, words: string | null, about: string): BriefItem[] =>
    words ? [{ key: `${kind}:${id}`, words: shortened(words, 600), about, path: null }] : []
  return [
    ...reports.flatMap(({ id, on, decided, needed }) => [
      ...said(
        "decided",
        id,
        written(on) ? null : decided,
        say("Decided, from the report of {day}.", { day: day(on) }),
      ),
      ...said("needed", id, needed, say("Needed from groups, from the report of {day}.", { day: day(on) })),
    ]),
    ...decisions.flatMap(({ id, on, words }) =>
      said("decision", id, words, say("Decided on {day}.", { day: day(on) })),
    ),
  ]
}

async function needsHeard(ctx: Ctx, of: Of): Promise<BriefItem[]> {
  const rows = await ctx.tx.execute<{
    id: string
    title: string
    affected: string | null
    groups: number
    figures: { words: string; source: string; on: string }[]
  }>(sql`
    select n.id, n.title, n.affected,
      (select count(distinct g.group_id)::int from (
        select sg.group_id from need_evidence e join session_groups sg on sg.session_id = e.session_id where e.need_id = n.id
        union select r.group_id from need_evidence e join responses r on r.id = e.response_id where e.need_id = n.id
        union select p.group_id from need_evidence e join passages p on p.id = e.passage_id where e.need_id = n.id) g) as groups,
      coalesce((select json_agg(json_build_object('words', f.words, 'source', f.source, 'on', f.on_day) order by f.on_day desc) from need_figures f where f.need_id = n.id), '[]') as figures
    from needs n
    where n.closed_at is null and n.merged_into_id is null and (
      exists (select from need_asks x join asks a on a.id = x.ask_id join representations r on r.id = a.representation_id where x.need_id = n.id and r.body_id in ${bodiesOf(of)})
      or exists (select from need_tellings t where t.need_id = n.id and t.body_id in ${bodiesOf(of)})
      or exists (select from need_themes t join board_themes b on b.term_id = t.term_id and b.board_id = ${of.boardId} where t.need_id = n.id))
    order by groups desc, n.created_at, n.id`)
  return rows.map(({ id, title, affected, groups, figures }) => ({
    key: `need:${id}`,
    words: title,
    about:
      [
        groups > 0
          ? sayCount(groups, { one: "Heard from {count} group.", other: "Heard from {count} groups." })
          : null,
        affected ? say("Affects: {affected}.", { affected }) : null,
        ...figures.map(({ words, source, on }) =>
          say("{words} ({source}, {day})", { words, source, day: day(on) }),
        ),
      ]
        .filter(Boolean)
        .join(" ") || null,
    path: `needs/${id}`,
  }))
}

async function consultationsOpen(ctx: Ctx, of: Of): Promise<BriefItem[]> {
  const rows = await ctx.tx.execute<{
    id: string
    title: string
    closesAt: string | null
    asked: number
    answered: number
  }>(sql`
    select c.id, c.title, c.closes_at as "closesAt", ${askedOf(sql`c.id`)} as asked, ${answeredOf(sql`c.id`)} as answered
    from consultations c where c.opened_at is not null and c.closed_at is null and c.stopped_at is null and c.body_id in ${bodiesOf(of)}
      and (c.closes_at is null or c.closes_at > ${ctx.now.toISOString()}::timestamptz)
    order by c.closes_at nulls last, c.id`)
  return rows.map(({ id, title, closesAt, asked, answered }) => ({
    key: `consultation:${id}`,
    words: title,
    about: closesAt
      ? say("{answered} of {asked} groups have answered. Closes on {day}.", {
          ...{ answered, asked, day: formatDate(new Date(closesAt), ctx.lio.timezone) },
        })
      : say("{answered} of {asked} groups have answered.", { answered, asked }),
    path: `consultations/${id}`,
  }))
}

/** Everything that a representative should know before a meeting, as it stands now. */
export async function gatherBrief(ctx: Ctx, of: Of): Promise<BriefContent> {
  const gathered: Record<BriefSection, Promise<BriefItem[]>> = {
    questions: questionsWaiting(ctx, of),
    asks: asksOut(ctx, of),
    promises: promisesOut(ctx, of),
    last: lastTime(ctx, of),
    needs: needsHeard(ctx, of),
    consultations: consultationsOpen(ctx, of),
  }
  const sections = await Promise.all(
    Object.entries(gathered).map(async ([section, items]) => [section as BriefSection, await items] as const),
  )
  return sections.map(([section, items]) => ({
    section,
    items: items.slice(0, MOST),
    more: Math.max(0, items.length - MOST),
  }))
}
