import { expect, test } from "@playwright/test"
import { cookieOf } from "./support/place"

const base = process.env.TRELLIS_URL ?? "http://localhost:3100"

/** What a page says, without its marks: "Asked 11, answered 3 (27%)." */
const wordsOf = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->|<style[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&#x27;", "'")
    .replace(/\s+/g, " ")

/** Every figure that was seen, by its name: where it stood and what it was. */
class Figures {
  private readonly seen = new Map<string, { at: string; value: string }[]>()
  add(name: string, at: string, value: string | number | undefined) {
    if (value === undefined) return
    this.seen.set(name, [...(this.seen.get(name) ?? []), { at, value: String(value).replaceAll(",", "") }])
  }
  /** Those that do not say the same wherever they stand. */
  disagree() {
    return [...this.seen]
      .filter(([, all]) => new Set(all.map(({ value }) => value)).size > 1)
      .map(([name, all]) => `${name}: ${all.map(({ at, value }) => `${value} at ${at}`).join("; ")}`)
  }
  /** How many stand twice or more. */
  compared() {
    return [...this.seen.values()].filter((all) => all.length > 1).length
  }
}

const minutesIn = (text: string) =>
  [...text.matchAll(/(\d+) (hour|minute)/g)].reduce(
    (sum, [, number, unit]) => sum + Number(number) * (unit === "hour" ? 60 : 1),
    0,
  )
const NUMBER = "([\\d,]+)"
/** How many groups a list says that it has. */
const groupsIn = (words: string) => /([\d,]+) groups?\b/.exec(words.split("Bulk changes").at(-1) ?? "")?.[1]

test("a figure that stands on two pages is the same on both", async () => {
  const cookie = await cookieOf(base, "manager@demo.example")
  const open = async (address: string) => {
    const answer = await fetch(base + address, { headers: { cookie } })
    expect(answer.status, address).toBe(200)
    return answer.text()
  }
  const figures = new Figures()
  const look = async (address: string, named: Record<string, RegExp>) => {
    const html = await open(address)
    const words = wordsOf(html)
    for (const [name, form] of Object.entries(named)) figures.add(name, address, form.exec(words)?.[1])
    return html
  }

  // Consultations: asked and answered on the list, the thread, reach, results, the paper, home and both files.
  const list = await open("/demo/consultations")
  const ids = [
    ...new Set([...list.matchAll(/\/demo\/consultations\/([0-9a-f-]{36})"/g)].map(([, id = ""]) => id)),
  ]
  expect(ids.length).toBeGreaterThan(2)
  const home = await open("/demo/home")
  for (const id of ids) {
    const [asked, answered, nothing] = [`${id} asked`, `${id} answered`, `${id} nothing to say`]
    const row = wordsOf(list.split(`/demo/consultations/${id}"`)[1]?.split("</tr>")[0] ?? "")
    const inRow = /(\d+) of (\d+) \(/.exec(row)
    figures.add(answered, "list", inRow?.[1])
    figures.add(asked, "list", inRow?.[2])
    const at = `/demo/consultations/${id}`
    await look(at, {
      [answered]: /(\d+) of \d+ groups? ha(?:s|ve) answered/,
      [asked]: /\d+ of (\d+) groups? ha(?:s|ve) answered/,
    })
    if (!inRow) continue
    const reach = wordsOf(await open(`${at}/reach`))
    figures.add(answered, "the bar of responses", /Answered (\d+) · /.exec(reach)?.[1])
    figures.add(nothing, "the bar of responses", /Nothing to say (\d+) · /.exec(reach)?.[1])
    const thread = await open(`${at}/representation`)
    await look(`${at}/results`, {
      [asked]: /Asked (\d+), answered/,
      [answered]: /Asked \d+, answered (\d+)/,
      [nothing]: /nothing to say (\d+)/,
    })
    const answers = await open(`${at}/results/export?what=answers`)
    figures.add(
      answered,
      "the file of answers",
      answers.trim().split(/\r?\n(?=[^\n]*,[A-Z2-9]{4}-[A-Z2-9]{4},)/).length - 1,
    )
    const paper = /\/demo\/representations\/[0-9a-f-]{36}/.exec(thread)?.[0]
    if (paper) await look(paper, { [answered]: /(\d+) of \d+ answered/, [asked]: /\d+ of (\d+) answered/ })
    const deadline = wordsOf(home.split(`href="${at}"`)[1]?.split("</li>")[0] ?? "")
    figures.add(answered, "home", /(\d+) of \d+ groups? answered/.exec(deadline)?.[1])
    figures.add(asked, "home", /\d+ of (\d+) groups? answered/.exec(deadline)?.[1])
  }

  // Home: members, quiet members, tasks, the month.
  const words = wordsOf(home)
  figures.add("members", "home", new RegExp(`of ${NUMBER} members?`).exec(words)?.[1])
  figures.add("members", "the list of members", groupsIn(wordsOf(await open("/demo/groups?stage=member"))))
  figures.add("quiet members", "home", /Members without contact for 6 months (\d+)/.exec(words)?.[1])
  figures.add("quiet members", "its list", groupsIn(wordsOf(await open("/demo/groups?stage=member&quiet=6"))))
  const month = /href="(\/demo\/sessions\?whose=team[^"]+)"[^>]*>([\s\S]*?)<\/a>/.exec(home)
  if (month) {
    figures.add("sessions this month", "home", /(\d+)/.exec(wordsOf(month[2] ?? ""))?.[1])
    const after = wordsOf(home.slice(month.index)).slice(0, 200)
    figures.add(
      "time this month",
      "home",
      minutesIn(/sessions? , ([^.]*?), by/.exec(after)?.[1] ?? after.split(", by")[0] ?? ""),
    )
    const table = home.slice(month.index).split("<tbody>")[1]?.split("</tbody>")[0] ?? ""
    figures.add("time this month", "the bars of home", minutesIn(wordsOf(table)))
    const sessions = wordsOf(await open((month[1] ?? "").replaceAll("&amp;", "&")))
    figures.add("sessions this month", "the list of sessions", /(\d+) sessions?/.exec(sessions)?.[1])
    figures.add(
      "time this month",
      "the list of sessions",
      minutesIn(/sessions?.*?((?:\d+ hours? ?)?(?:\d+ minutes?)?) altogether/.exec(sessions)?.[1] ?? ""),
    )
  }

  // Views of the list of groups: the number beside each and how many it then shows.
  const groups = await open("/demo/groups")
  const views = groups.split('aria-label="Views"')[1]?.split("</nav>")[0] ?? ""
  for (const [, href = "", name = "", count] of views.matchAll(
    /href="([^"]+)"[^>]*>([^<]+)<\/a><span[^>]*>([\d,]+)<\/span>/g,
  )) {
    figures.add(`view ${name}`, "beside its name", count)
    const shown = wordsOf(await open(href.replaceAll("&amp;", "&")))
    figures.add(`view ${name}`, "its list", groupsIn(shown))
  }
  const twins = new RegExp(`${NUMBER} possible duplicates?`).exec(wordsOf(groups))?.[1]
  figures.add("possible duplicates", "the list of groups", twins)
  if (twins)
    await look("/demo/groups/duplicates", {
      "possible duplicates": new RegExp(`${NUMBER} possible duplicates?`),
    })

  expect(figures.disagree()).toEqual([])
  expect(figures.compared()).toBeGreaterThan(12)
})

/** The main part of a page. */
const mainOf = (html: string) =>
  /<main[\s\S]*<\/main>/.exec(html.replace(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->/g, ""))?.[0] ?? ""

/** Links with a figure in or beside them: "Lapsed (3)", "3 possible duplicates", a name with a count after it, a large figure under it. */
const figuresBeside = (main: string) =>
  [
    ...main.matchAll(
      /<a\b[^>]*href="(\/demo[^"#]+)"[^>]*>([\s\S]*?)<\/a>(?:\s*<span class="text-soft">([\d,]+)<\/span>|<\/p>\s*<p class="my-1 font-serif[^>]*>([\d,]+)<\/p>)?/g,
    ),
  ].flatMap(([, href = "", inner = "", after, below]) => {
    const said = wordsOf(inner).trim()
    const figure =
      after ?? below ?? /\(\s*([\d,]+)\s*\)$/.exec(said)?.[1] ?? /^(?:All )?([\d,]+) [a-z]/.exec(said)?.[1]
    return figure ? [{ to: href.replaceAll("&amp;", "&"), said, figure: figure.replaceAll(",", "") }] : []
  })

/** How many things a list says that it has: under it, over it, or in its caption. */
function countOf(main: string) {
  const lines = [...main.matchAll(/<(?:p role="status"|caption)[^>]*>([\s\S]*?)<\/(?:p|caption)>/g)]
    .map(([, inner = ""]) => wordsOf(inner).trim())
    .filter((line) => /^[\d,]+ /.test(line))
  const said = /Showing [\d,]+ to [\d,]+ of ([\d,]+)/.exec(wordsOf(main))?.[1] ?? lines[0]?.split(" ")[0]
  return said?.replaceAll(",", "")
}

test("a figure beside a link is what the list behind the link says, wherever one stands", async () => {
  const cookie = await cookieOf(base, "manager@demo.example")
  const open = async (address: string) =>
    mainOf(await (await fetch(base + address, { headers: { cookie } })).text())
  const pages =
    "home groups people memberships sessions?whose=team tasks needs funding networks consultations representations settings settings/outbox"
  const wrong: string[] = []
  let compared = 0
  for (const page of pages.split(" ").map((name) => `/demo/${name}`)) {
    for (const { to, said, figure } of figuresBeside(await open(page))) {
      const count = countOf(await open(to))
      if (count === undefined) continue
      compared++
      // Other tests write meanwhile: what differs is read once more, on both pages.
      const again = count === figure ? null : figuresBeside(await open(page)).find((one) => one.to === to)
      if (again && again.figure !== countOf(await open(to)))
        wrong.push(`${page} says “${said}” ${figure}, ${to} says ${count}`)
    }
  }
  expect(wrong).toEqual([])
  expect(compared).toBeGreaterThan(12)
})
