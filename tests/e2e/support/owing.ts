import { openDatabase } from "./place"

/** Lets the first so many members owe their fee again, and gives their names. */
export async function letOwe(number: number) {
  const sql = openDatabase()
  const owing = await sql.begin(async (tx) => {
    await tx`select set_config('app.lio_id', (select id::text from lios where slug = 'demo'), true), set_config('app.audiences', '{*}', true)`
    return tx<{ name: string }[]>`
      update memberships m set paid_on = null from groups g
      where m.id in (
        select m.id from memberships m join groups g on g.lio_id = m.lio_id and g.id = m.group_id
        where m.fee_pence > 0 and m.cancelled_on is null and m.ends_on > current_date and g.removed_at is null and g.stage <> 'closed'
        order by g.name limit ${number})
      and g.lio_id = m.lio_id and g.id = m.group_id returning g.name`
  })
  await sql.end()
  return owing
}
