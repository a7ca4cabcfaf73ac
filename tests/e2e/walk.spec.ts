import { expect, test } from "@playwright/test"
import { fill, idsOf, routes } from "./support/pages"
import { cookieOf } from "./support/place"
import { BY_STATE, WHO } from "./support/who"

const base = process.env.TRELLIS_URL ?? "http://localhost:3100"

async function ask(address: string, cookie?: string) {
  const answer = await fetch(base + address, { redirect: "manual", headers: cookie ? { cookie } : {} })
  return { status: answer.status, to: answer.headers.get("location") ?? "", text: await answer.text() }
}

test("every page of an LIO is for whom it says, and for nobody else", async () => {
  const idsFor = await idsOf("demo")
  const cookies: Record<string, string> = {}
  for (const who of ["manager@demo", "viewer@demo", "lead@demo", "rep@demo", "manager@other"])
    cookies[who] = await cookieOf(base, `${who}.example`)
  const wrong: string[] = []
  let asked = 0
  for (const route of routes()) {
    const who = WHO[route]
    const byState = BY_STATE.test(route)
    if (!who && !byState) {
      wrong.push(`${route}: stands on no line of this walk`)
      continue
    }
    const address = fill("demo", route, idsFor(route))
    const expectOf = async (
      name: string,
      cookie: string | undefined,
      right: (answer: Awaited<ReturnType<typeof ask>>) => boolean,
      at = address,
    ) => {
      asked++
      const answer = await ask(at, cookie)
      if (answer.status >= 500 || !right(answer))
        wrong.push(`${name} at ${at}: ${answer.status} ${answer.to}`)
    }
    const shut = ({ status }: { status: number }) => [403, 404, 405].includes(status)
    const sentToSignIn = ({ status, to }: { status: number; to: string }) =>
      shut({ status }) || status === 401 || ((status === 307 || status === 303) && to.includes("/sign-in"))
    if (who === "public") {
      for (const name of ["", "manager@other", "lead@demo"])
        await expectOf(name || "a visitor", cookies[name], ({ status }) => status === 200)
      continue
    }
    if (who === "link") {
      await expectOf(
        "a visitor without a link",
        undefined,
        ({ status, text }) => status !== 200 || !text.includes("@demo.example"),
      )
      continue
    }
    await expectOf("a visitor", undefined, sentToSignIn)
    await expectOf(
      "a manager of another LIO",
      cookies["manager@other"],
      (answer) => shut(answer) && !answer.text.includes("Aldervale"),
    )
    if (/\[/.test(route))
      await expectOf(
        "a manager with a made-up id",
        cookies[who === "seat" ? "rep@demo" : who === "room" ? "lead@demo" : "manager@demo"],
        (answer) => shut(answer),
        fill("demo", route, {}),
      )
    if (who === "seat" || who === "board") {
      await expectOf("whoever sits there", cookies["rep@demo"], ({ status }) => status === 200)
      for (const name of ["manager@demo", "viewer@demo"])
        await expectOf(name, cookies[name], (answer) =>
          who === "board" ? answer.status === 200 : shut(answer),
        )
      await expectOf("lead@demo", cookies["lead@demo"], (answer) => shut(answer))
      continue
    }
    if (who === "room") {
      await expectOf("somebody in the room", cookies["lead@demo"], ({ status }) => status === 200)
      for (const name of ["manager@demo", "viewer@demo", "rep@demo"])
        await expectOf(name, cookies[name], (answer) => shut(answer))
      continue
    }
    if (byState) {
      await expectOf("a member of another group", cookies["rep@demo"], ({ status }) => status < 500)
      continue
    }
    await expectOf("a manager", cookies["manager@demo"], ({ status }) => status === 200)
    await expectOf("a viewer", cookies["viewer@demo"], (answer) =>
      who === "worker" || who === "manager"
        ? shut(answer)
        : who === "own"
          ? answer.status === 200 || shut(answer)
          : answer.status === 200,
    )
    await expectOf("a member of another group", cookies["rep@demo"], (answer) =>
      who === "known" ? answer.status === 200 : shut(answer),
    )
    await expectOf("somebody of the group", cookies["lead@demo"], (answer) =>
      who === "known" || who === "own" ? answer.status === 200 : shut(answer),
    )
  }
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(300)
})

test("what is confidential is on no page, in no file and in no search of whoever doesn’t work on the case", async () => {
  const secret =
    /accounts aren’t finished|She doesn’t want the other trustees|safeguarding line today|A complaint about a coach/
  const idsFor = await idsOf("demo")
  const worker = await cookieOf(base, "worker@demo.example")
  const found: string[] = []
  for (const address of ["/demo/cases", fill("demo", "cases/[id]", idsFor("cases/[id]"))])
    if (secret.test((await ask(address, worker)).text)) found.push(address)
  expect(found).toHaveLength(2)
  const lists = ["cases", "sessions", "tasks", "groups", "needs", "people", "enquiries"]
  const more = [
    ...lists.flatMap((list) =>
      ["csv", "json"].map((format) => `/demo/${list}/export?whose=team&state=all&format=${format}`),
    ),
    ...["accounts", "safeguarding+line", "complaint+coach"].flatMap((words) => [
      `/demo/search?q=${words}`,
      `/api/search?lio=demo&q=${words}`,
    ]),
    "/demo/cases?whose=team&state=all",
    "/demo/tasks?whose=team",
    "/demo/calendar.ics",
    "/demo/open-referral/services",
  ]
  const wrong: string[] = []
  let asked = 0
  for (const who of ["manager@demo", "viewer@demo", "lead@demo", "rep@demo", "manager@other", ""]) {
    const cookie = who ? await cookieOf(base, `${who}.example`) : undefined
    for (const address of [...routes().map((route) => fill("demo", route, idsFor(route))), ...more]) {
      asked++
      if (secret.test((await ask(address, cookie)).text)) wrong.push(`${who} at ${address}`)
    }
  }
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(900)
})

test("a group that did not agree is in neither the directory nor its open data", async () => {
  const idsFor = await idsOf("demo")
  const unlisted = idsFor("unlisted")["[id]"]
  const listed = idsFor("directory/[id]")["[id]"]
  for (const [id, status] of [
    [listed, 200],
    [unlisted, 404],
  ] as const) {
    expect((await ask(`/demo/directory/${id}`)).status).toBe(status)
    expect((await ask(`/demo/open-referral/services/${id}`)).status).toBe(status)
    expect((await ask(`/other/directory/${id}`)).status).toBe(404)
    expect((await ask(`/other/open-referral/services/${id}`)).status).toBe(404)
  }
  const answer = await fetch(`${base}/demo/open-referral/services?per_page=100`)
  expect(answer.headers.get("access-control-allow-origin")).toBe("*")
  expect(answer.headers.get("content-type")).toContain("application/json")
  const { contents, total_items } = (await answer.json()) as {
    contents: { id: string }[]
    total_items: number
  }
  expect(contents).toHaveLength(total_items)
  expect(contents.map(({ id }) => id)).toContain(listed)
  expect(contents.map(({ id }) => id)).not.toContain(unlisted)
  expect((await ask("/demo/open-referral/services/not-an-id")).status).toBe(404)
  expect((await ask("/nowhere/open-referral")).status).toBe(404)
})

test("nothing of one LIO is in the lists, searches, exports and feeds of another", async () => {
  const cookie = await cookieOf(base, "manager@other.example")
  for (const address of [
    "/other/groups",
    "/other/groups?format=csv",
    "/other/groups?format=json",
    "/other/opportunities?format=csv",
    "/other/people?format=json",
    "/other/tasks?format=csv",
    "/other/search?q=Hob",
    "/other/needs",
    "/other/networks",
    "/other/people?q=Rita",
    "/other/sessions",
    "/api/search?lio=other&q=hob&kind=group",
    "/api/search?lio=demo&q=hob&kind=group",
  ]) {
    const { status, text } = await ask(address, cookie)
    expect(status, address).toBeLessThan(500)
    expect(text, address).not.toContain("Hob’s Mill Food Bank")
    expect(text, address).not.toContain("Rita Entwistle")
  }
})
