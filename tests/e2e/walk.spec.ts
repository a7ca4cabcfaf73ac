import { expect, test } from "@playwright/test"
import { fill, idsOf, routes } from "./support/pages"
import { cookieOf } from "./support/place"
import { EVENTS, type For } from "./support/who-sees-events"

const base = process.env.TRELLIS_URL ?? "http://localhost:3100"

/** Every page of an LIO and whom it is for. A page that is on no line fails the walk. */
const WHO: Record<string, For> = {
  "": "public",
  services: "public",
  directory: "public",
  "directory/[id]": "public",
  "open-referral": "public",
  "open-referral/services": "public",
  "open-referral/services/[id]": "public",
  "open-referral/service_at_locations": "public",
  "open-referral/service_at_locations/[id]": "public",
  "open-referral/taxonomies": "public",
  "open-referral/taxonomies/[id]": "public",
  "open-referral/taxonomy_terms": "public",
  "open-referral/taxonomy_terms/[id]": "public",
  "look.css": "public",
  logo: "public",
  "representations/[id]/[version]": "public",
  join: "public",
  "join/sent": "public",
  guides: "public",
  "guides/[slug]": "public",
  "guides/[slug]/file/[form]": "public",
  "guides/[slug]/versions": "public",
  "guides/[slug]/versions/[version]": "public",
  "guides/[slug]/versions/[version]/file/[form]": "public",
  "guides/manage": "staff",
  "guides/manage/[slug]": "staff",
  "guides/manage/[slug]/compare": "staff",
  "guides/manage/[slug]/edit": "worker",
  "guides/manage/[slug]/send": "worker",
  "guides/manage/new": "worker",
  "tell-us": "public",
  ...EVENTS,
  "tell-us/sent": "public",
  "consultations/[id]/enter": "link",
  "groups/[id]/confirm": "link",
  "memberships/renew": "link",
  invitation: "link",
  preferences: "link",
  unsubscribe: "link",
  home: "known",
  groups: "known",
  search: "known",
  networks: "known",
  consultations: "known",
  outcomes: "known",
  "groups/export": "staff",
  "sessions/export": "staff",
  "people/export": "staff",
  "tasks/export": "staff",
  "needs/export": "staff",
  "memberships/export": "staff",
  "notes/[id]": "staff",
  "groups/proposals": "staff",
  "groups/[id]/proposals": "staff",
  "groups/duplicates": "staff",
  "groups/merges": "staff",
  "groups/changes": "staff",
  "groups/[id]/merge": "worker",
  people: "staff",
  sessions: "staff",
  tasks: "staff",
  enquiries: "staff",
  needs: "staff",
  representations: "staff",
  memberships: "staff",
  "memberships/requests/[id]": "staff",
  settings: "staff",
  "settings/staff": "staff",
  "settings/outbox": "staff",
  emails: "staff",
  "emails/test": "staff",
  "emails/[id]": "staff",
  "emails/[id]/edit": "worker",
  "settings/places": "staff",
  "people/[id]": "own",
  "sessions/[id]": "staff",
  "needs/[id]": "staff",
  "representations/[id]": "staff",
  "consultations/[id]/reach": "staff",
  "consultations/[id]/passages": "staff",
  "consultations/[id]/passages/[responseId]": "staff",
  "groups/new": "worker",
  "groups/import": "worker",
  "groups/import/template": "worker",
  "groups/[id]/close": "worker",
  "groups/[id]/membership/begin": "worker",
  "groups/[id]/membership/change": "worker",
  "groups/[id]/membership/end": "worker",
  "people/new": "worker",
  "people/duplicates": "staff",
  "people/[id]/leave": "worker",
  "people/[id]/edit": "own",
  "sessions/new": "worker",
  "sessions/people": "worker",
  "sessions/[id]/edit": "worker",
  "tasks/new": "worker",
  "tasks/[id]": "worker",
  "needs/new": "worker",
  "needs/[id]/edit": "worker",
  "needs/[id]/close": "worker",
  "networks/new": "worker",
  "networks/[id]/edit": "worker",
  "networks/[id]/topics/[topicId]/order": "worker",
  "consultations/new": "worker",
  "consultations/[id]/passages/[responseId]/take": "worker",
  "representations/new": "worker",
  "representations/[id]/edit": "worker",
  "representations/[id]/sent": "worker",
  "representations/[id]/close": "worker",
  "representations/[id]/asks/[askId]/outcome": "worker",
  "representations/[id]/publish": "worker",
  "representations/[id]/reopen": "worker",
  "representations/[id]/withdraw": "worker",
  "settings/profile": "manager",
  "settings/start": "manager",
  "settings/memberships": "manager",
  "settings/memberships/new": "manager",
  "settings/memberships/[id]": "manager",
  "settings/own-pages": "manager",
  "settings/directory": "manager",
  "settings/look": "manager",
  "settings/areas": "manager",
  "settings/address": "manager",
  "settings/email": "manager",
  "settings/services": "manager",
  "settings/services/new": "manager",
  "settings/services/[id]": "manager",
  "settings/sources": "manager",
  "settings/sources/new": "manager",
  "settings/sources/[id]": "manager",
  "settings/staff/new": "manager",
  "settings/staff/[id]": "manager",
  "settings/lists": "worker",
  "settings/lists/[id]": "worker",
  "settings/lists/[id]/merge": "worker",
  "settings/fields": "manager",
  "settings/fields/new": "manager",
  "settings/fields/[id]": "manager",
  "groups/[id]": "own",
  "groups/[id]/details": "own",
  "groups/[id]/people": "own",
  "groups/[id]/membership": "own",
  "groups/[id]/said": "own",
  "groups/[id]/edit": "own",
  "groups/[id]/answers": "own",
  "groups/[id]/history": "own",
  "groups/[id]/files": "own",
  "files/[id]": "own",
  "files/[id]/content": "own",
  "networks/[id]/groups": "own",
  "networks/[id]/topics/[topicId]": "own",
  "networks/[id]/topics/[topicId]/[postId]": "own",
}

/** Pages whose answer depends on how far their thing has come: here it is enough that no stranger gets in. */
const BY_STATE =
  /^(consultations\/\[id\](\/|$)|groups\/import\/\[id\]|groups\/change$|cells$|(cells|memberships|networks|tasks)\/many$|emails\/new$|groups\/import\/upload|files\/upload|files\/\[id\]\/picture$|settings\/logo|sessions\/draft|guides\/manage\/preview|groups\/\[id\]\/add-person|groups\/\[id\]\/history\/|networks\/\[id\]$|networks\/\[id\]\/new$|people\/\[id\]\/merge$|representations\/\[id\]\/(asks\/\[askId\]\/outcome|reopen|sent)$)/

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
        cookies["manager@demo"],
        (answer) => shut(answer),
        fill("demo", route, {}),
      )
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
