import "server-only"
import { sql } from "drizzle-orm"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { mayReadAnswers, mayTakePassages } from "../passages/policy"
import { countHeard } from "../results/queries"
import { type Coding, kappa, pairsOf, tableOf, together } from "./agreement"
import { groupsUnderCodes } from "./counting/queries"

/** An entry of the code book: what belongs there, how much does, and of how many groups; `otherwise`: groups under its opposite. */
export type CodeEntry = {
  id: string
  name: string
  definition: string | null
  otherwiseId: string | null
  otherwiseName: string | null
  passages: number
  groups: number
  otherwise: number
  /** Who put passages under it. */
  coders: string[]
}

/** The code book of a consultation, by name, with how many were asked and answered. For staff. */
export async function getCodebook(ctx: Ctx, consultationId: string) {
  ensure(mayReadAnswers(ctx.actor))
  const [rows, under, heard] = await Promise.all([
    ctx.tx.execute<Omit<CodeEntry, "groups" | "otherwise">>(sql`
    select c.id, c.name, c.definition, c.otherwise_id as "otherwiseId", o.name as "otherwiseName",
      (select count(*)::int from passage_codes pc where pc.code_id = c.id) as passages,
      (select coalesce(json_agg(distinct p.name), '[]') from passage_codes pc join people p on p.id = pc.coded_by where pc.code_id = c.id) as coders
    from codes c left join codes o on o.id = c.otherwise_id
    where c.consultation_id = ${consultationId}::uuid order by c.name, c.id`),
    groupsUnderCodes(ctx, consultationId),
    countHeard(ctx, consultationId),
  ])
  const groups = (codeId: string | null) => under.get(codeId ?? "")?.size ?? 0
  const entries = rows.map(
    (code): CodeEntry => ({ ...code, groups: groups(code.id), otherwise: groups(code.otherwiseId) }),
  )
  return { entries, heard, changes: mayTakePassages(ctx.actor) }
}

type Row = { passageId: string; personId: string; person: string; codeIds: string[] }

/** How far two people agree in coding the same passages, by code and altogether; nothing where nobody has coded what another did. For staff. */
export async function getAgreement(ctx: Ctx, consultationId: string) {
  ensure(mayReadAnswers(ctx.actor))
  const [rows, { entries }] = await Promise.all([
    ctx.tx.execute<Row>(sql`
    select k.passage_id as "passageId", k.person_id as "personId", w.name as person,
      (select coalesce(json_agg(cc.code_id), '[]') from coding_codes cc where cc.passage_id = k.passage_id and cc.person_id = k.person_id) as "codeIds"
    from codings k join passages p on p.id = k.passage_id join responses r on r.id = p.response_id join people w on w.id = k.person_id
    where r.consultation_id = ${consultationId}::uuid`),
    getCodebook(ctx, consultationId),
  ])
  const codings: Coding[] = [...rows]
  const name = new Map(rows.map(({ personId, person }) => [personId, person]))
  return pairsOf(codings).map((pair) => {
    const byCode = entries.map(({ id, name }) => {
      const table = tableOf(codings, pair, id)
      return { id, name, ...table, kappa: kappa(table) }
    })
    return {
      first: found(name.get(pair.first)),
      second: found(name.get(pair.second)),
      passages: pair.passages.length,
      codes: byCode,
      kappa: kappa(together(byCode)),
    }
  })
}

/** The next passage that the asker hasn't coded, with how many there are and how many they have coded; null when they have all. */
export async function nextToCode(ctx: Ctx, consultationId: string) {
  ensure(mayTakePassages(ctx.actor))
  const me = found(personOf(ctx.actor)).personId
  const [row] = await ctx.tx.execute<{
    id: string | null
    quote: string | null
    question: string | null
    done: number
    all: number
  }>(sql`
    with its as (
      select p.id, p.quote, q.title as question, exists (select from codings k where k.passage_id = p.id and k.person_id = ${me}::uuid) as done,
        row_number() over (order by q.position, md5(p.id::text)) as at
      from passages p join responses r on r.id = p.response_id join questions q on q.id = p.question_id
      where r.consultation_id = ${consultationId}::uuid)
    select n.id, n.quote, n.question, c.done, c."all" from
      (select count(*) filter (where done)::int as done, count(*)::int as "all" from its) c
      left join (select * from its where not done order by at limit 1) n on true`)
  const { id, quote, question, done, all } = found(row)
  return { next: id && quote && question ? { id, quote, question } : null, done, all }
}
