import { writeFileSync } from "node:fs"
import path from "node:path"
import { sql } from "drizzle-orm"
import { terms } from "@/db/schema"
import { asPerson } from "@/lib/access/doors"
import { changeMany, undoChange } from "@/lib/bulk/commands"
import { changeManyInput } from "@/lib/bulk/input"
import { previewChange } from "@/lib/bulk/queries"
import { filterOf } from "@/lib/groups/list/input"
import { openNetwork } from "@/lib/networks/commands"
import { listNetworks, listTopics } from "@/lib/networks/queries"
import { startTopic } from "@/lib/networks/topics/commands"
import { findNews, getTopic, listPosts } from "@/lib/networks/topics/queries"
import { trellis } from "../bench/command"
import { openDatabase } from "../e2e/support/place"

/** A figure, and what is wanted of it. */
export type Measured = { what: string; figure: string; wanted: string; held: boolean }
type As = <T>(work: Parameters<typeof asPerson<T>>[2]) => Promise<T>

const TIMES = 7
async function quickest(work: () => Promise<unknown>, times = TIMES) {
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const begun = performance.now()
    await work()
    taken.push(performance.now() - begun)
  }
  return Math.round(Math.min(...taken))
}
const within = (what: string, took: number, most: number): Measured => ({
  what,
  figure: `${took} ms`,
  wanted: `≤ ${most} ms`,
  held: took <= most,
})

/** Lets PostgreSQL see what is there now. */
async function analyze() {
  const sql = openDatabase()
  await sql`analyze`
  await sql.end()
}

/** Ten thousand groups get a word at once, and lose it again. */
async function bulk(as: As): Promise<Measured[]> {
  const to = await as(async (ctx) => {
    await ctx.tx.execute(sql`insert into groups (lio_id, name, name_key, about, sector)
      select ${ctx.lio.id}, 'Many ' || n, 'many ' || n, 'We meet in the hall and help with gardens', 'voluntary' from generate_series(1, 10000) n`)
    const [made] = await ctx.tx
      .insert(terms)
      .values({ lioId: ctx.lio.id, list: "tag", name: "Long" })
      .returning()
    return made?.id ?? ""
  })
  await analyze()
  const from = "sector=voluntary"
  const input = { all: "yes", from, kind: "add-term", to }
  const { change } = changeManyInput.parse(input)
  const { seal } = await as((ctx) => previewChange(ctx, { filter: filterOf(from) }, change))
  let id = ""
  const changed = await quickest(async () => {
    id = (await as((ctx) => changeMany(ctx, changeManyInput.parse({ ...input, seal })))).id
  }, 1)
  const undone = await quickest(() => as((ctx) => undoChange(ctx, { id })), 1)
  return [within("a change to 10,000 groups", changed, 10_000), within("the same put back", undone, 10_000)]
}

/** A network with ten thousand topics opens as fast as one with ten. */
async function talk(as: As): Promise<Measured[]> {
  const network = await as((ctx) => openNetwork(ctx, { name: "Long", about: null, byRequest: false }))
  const topic = await as((ctx) =>
    startTopic(ctx, { networkId: network.id, title: "Busy", body: "Hello", groupId: null }),
  )
  const { id } = topic
  await as(async (ctx) => {
    await ctx.tx.execute(sql`insert into topics (lio_id, network_id, title, person_id, created_at, last_post_at)
      select lio_id, network_id, 'Topic ' || n, person_id, now() - n * interval '1 hour', now() - n * interval '1 hour'
      from topics, generate_series(1, 10000) n where id = ${id}`)
    await ctx.tx.execute(sql`insert into posts (lio_id, topic_id, person_id, body, html, created_at)
      select lio_id, id, person_id, 'Words', '<p>Words</p>', created_at + k * interval '1 second'
      from topics, generate_series(0, 4) k where title like 'Topic %'`)
    await ctx.tx.execute(sql`insert into posts (lio_id, topic_id, person_id, body, html, created_at)
      select lio_id, id, person_id, 'Words', '<p>Words</p>', created_at + k * interval '1 second'
      from topics, generate_series(1, 400) k where id = ${id}`)
    await ctx.tx.execute(sql`update topics set posts = 401 where id = ${id}`)
  })
  await analyze()
  const list = (page: number, q?: string) => () => as((ctx) => listTopics(ctx, network.id, { page, q }))
  const open = () =>
    as(async (ctx) => {
      await getTopic(ctx, id)
      await Promise.all([listPosts(ctx, id, 1), findNews(ctx, id)])
    })
  return [
    within("a topic with 400 replies", await quickest(open), 150),
    within("the first of 10,000 topics", await quickest(list(1)), 150),
    within("the last of them", await quickest(list(300)), 150),
    within("one of them by a word", await quickest(list(1, "4321")), 150),
    within("the list of networks", await quickest(() => as((ctx) => listNetworks(ctx))), 150),
  ]
}

/** A hundred thousand postcodes from a file, as rows a second. */
async function postcodes(folder: string): Promise<Measured> {
  const letters = "ABDEFGHJLNPQRSTUWXYZ"
  const rows = Array.from({ length: 100_000 }, (_, n) => {
    const unit = `${letters[n % 20]}${letters[Math.floor(n / 20) % 20]}`
    return `M${1 + (Math.floor(n / 4_000) % 25)} ${Math.floor(n / 400) % 10}${unit},53.4,-2.2,E05000009,E08000003`
  })
  const file = path.join(folder, "many.csv")
  writeFileSync(file, ["postcode,lat,lon,ward,district", ...rows].join("\r\n"))
  const { seconds } = await trellis("import", "postcodes", file)
  const rate = Math.round(rows.length / seconds)
  return { what: "postcodes", figure: `${rate} rows/s`, wanted: "≥ 25,000 rows/s", held: rate >= 25_000 }
}

/** What takes long because there is much of it, in an LIO of its own. The doors' addresses stand in the environment already. */
export async function measureLong(folder: string): Promise<Measured[]> {
  const manager = "manager@long.example"
  await trellis(
    "lio",
    "create",
    "--slug",
    "long",
    "--name",
    "Long CVS",
    "--kind",
    "cvs",
    "--manager",
    manager,
  )
  const as: As = (work) => asPerson("long", { email: manager }, work, { patience: "job" })
  return [...(await bulk(as)), ...(await talk(as)), await postcodes(folder)]
}
