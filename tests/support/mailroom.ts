import { sql } from "drizzle-orm"
import { afterAll, beforeEach } from "vitest"
import type { Ctx } from "@/lib/access/ctx"
import { post } from "@/lib/email/commands"
import { closeEmail, emailDoor } from "@/lib/email/providers/choose"
import { sendWaiting } from "@/lib/email/sending"
import { postOffice } from "./post-office"
import type { world } from "./world"

type World = Awaited<ReturnType<typeof world>>
type Row = Record<string, unknown> & { id: string }

/** When each test begins. */
export const START = new Date("2026-11-23T09:00:00Z")

/** A mail server on loopback and a clock that the test turns; every test begins with an empty outbox. */
export async function mailroom(w: World) {
  const office = await postOffice()
  let now = START
  const clock = () => now
  const smtp = () => emailDoor(office.url)
  afterAll(async () => {
    closeEmail()
    await office.close()
  })
  beforeEach(async () => {
    closeEmail()
    office.feels(() => null)
    office.taken.length = 0
    office.seen.tries = 0
    now = START
    await w.system(async (ctx) => {
      await ctx.tx.execute(sql`delete from letters`)
      await ctx.tx.execute(sql`delete from suppressions`)
      await ctx.tx.execute(sql`delete from preferences`)
    })
  })
  return {
    office,
    clock,
    smtp,
    later: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000)
    },
    send: () => sendWaiting("ribble", { door: smtp(), clock }),
    letters: () =>
      w.system(async (ctx) => [
        ...(await ctx.tx.execute<Row>(sql`select * from letters order by created_at, id`)),
      ]),
    invite: (personId: string) => (ctx: Ctx) =>
      post(ctx, {
        letter: "staff-invitation",
        stream: "consultations",
        to: { personId },
        props: { level: "worker", url: "/ribble/home?a=1&b=2" },
      }),
  }
}
