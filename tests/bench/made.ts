import { writeFileSync } from "node:fs"
import type { Sql } from "postgres"

const PLACES =
  "Alder Brook Clough Dale Elm Fern Glen Hazel Ivy Juniper Kirk Linden Moss Nether Oak Pine Quarry Rowan Sedge Thorn Upper Vale Willow Yew Birch Heron Otter Swift Lark Wren".split(
    " ",
  )
const DOERS =
  "Community Youth Elders Gardeners Runners Singers Readers Walkers Players Helpers Carers Friends Neighbours Artists Cyclists Bowlers Scouts Guides Pantry Kitchen".split(
    " ",
  )
const KINDS = "Association Club Group Society Project Trust Circle Forum Hub Centre".split(" ")

/** A list of so many made-up groups as CSV, always the same. */
export function writeList(file: string, rows: number) {
  let seed = 7
  const next = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % most
  }
  const pick = (list: string[]) => list[next(list.length)] ?? ""
  const lines = ["Organisation,Charity number,Address,Postcode,Telephone,Email,Activities,Status,Area"]
  const letters = "ABDEFGHJLNPQRSTUWXYZ"
  for (let n = 0; n < rows; n++) {
    const name = `${pick(PLACES)}${pick(PLACES).toLowerCase()} ${pick(PLACES)} ${pick(DOERS)} ${pick(KINDS)}`
    const postcode = `OL${(n % 16) + 1} ${(n % 9) + 1}${letters[next(20)]}${letters[next(20)]}`
    lines.push(
      `${name},${n % 3 === 0 ? 1_000_000 + n : "NA"},"${n % 300} ${pick(PLACES)} Road, Town",${postcode},0161 496 0${String(n % 1000).padStart(3, "0")},${n % 2 ? `g${n}@bench.example` : "—"},We meet and do things together for everyone who wants to come along.,${n % 4 ? "Member" : "Affiliate"},Ward ${n % 40}`,
    )
  }
  writeFileSync(file, lines.join("\n"))
}

/** A network with 10,000 topics, one of them with 50 posts, and 10,000 people who speak for 2,000 groups in it. */
export async function makeTalkers(sql: Sql) {
  return sql.begin(async (tx) => {
    const [lio] = await tx<
      { id: string }[]
    >`select id, set_config('app.lio_id', id::text, true), set_config('app.audiences', '{*}', true) from lios where slug = 'bench'`
    const [worker] = await tx<{ id: string }[]>`select id from people where email = 'bench@bench.example'`
    const id = lio?.id ?? ""
    await tx`insert into people (lio_id, name, email) select ${id}, 'Person ' || n, 'p' || n || '@bench.example' from generate_series(1, 10000) n`
    await tx`
      insert into roles (lio_id, person_id, group_id, role, speaks)
      select ${id}, p.id, g.id, 'trustee', 'member' from (select id, row_number() over () as n from people where email like 'p%@bench.example') p
      join (select id, row_number() over () as n from groups limit 2000) g on g.n = (p.n % 2000) + 1`
    const [network] = await tx<
      { id: string }[]
    >`insert into networks (lio_id, name) values (${id}, 'Bench') returning id`
    const networkId = network?.id ?? ""
    await tx`insert into network_groups (lio_id, network_id, group_id, joined_at) select distinct ${id}::uuid, ${networkId}::uuid, group_id, now() - interval '60 days' from roles where speaks is not null`
    await tx`
      insert into topics (lio_id, network_id, title, person_id, created_at, last_post_at)
      select ${id}, ${networkId}, 'Topic ' || n, ${worker?.id ?? ""}, now() - n * interval '1 hour', now() - n * interval '1 hour' from generate_series(1, 10000) n`
    await tx`insert into posts (lio_id, topic_id, person_id, body, html, created_at) select lio_id, id, person_id, 'The first post', '<p>The first post</p>', created_at from topics`
    const [topic] = await tx<
      { id: string }[]
    >`update topics set posts = 50 where title = 'Topic 5' returning id`
    const text =
      "We have met the council twice this month, and this is what they told us about the hall and its heating. ".repeat(
        4,
      )
    await tx`
      insert into posts (lio_id, topic_id, person_id, body, html, created_at)
      select ${id}, ${topic?.id ?? ""}, ${worker?.id ?? ""}, ${text}, ${`<p>${text}</p>`}, now() - n * interval '1 minute' from generate_series(1, 49) n`
    const [area] = await tx<{ id: string }[]>`select id from areas where name = 'Ward 3'`
    return { networkId, topicId: topic?.id ?? "", areaId: area?.id ?? "" }
  })
}
