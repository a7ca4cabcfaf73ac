import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { letters, people, roles } from "@/db/schema"
import { NotAllowed, NotFound, SignedOut } from "@/lib/errors"
import { getGroup } from "@/lib/groups/queries"
import { giveRole } from "@/lib/groups/roles/commands"
import { welcomeInput } from "@/lib/groups/roles/input"
import { addPerson, answerInvitation, withdrawInvitation } from "@/lib/groups/roles/invitations/commands"
import { byInvitationLink, listInvitations } from "@/lib/groups/roles/invitations/queries"
import { listRoles } from "@/lib/groups/roles/queries"
import { world } from "../support/world"

const w = await world()
const as = (value: object) => welcomeInput.parse({ groupId: w.foodbank.id, role: "treasurer", ...value })
const lettersTo = async (email: string) =>
  (await w.system((ctx) => ctx.tx.select().from(letters).where(eq(letters.toEmail, email)))).map(
    (letter) => ({
      letter: letter.letter,
      skipped: letter.skipped,
      key: new URL(String(letter.props?.url), "http://x").searchParams.get("key") ?? "",
      props: JSON.stringify(letter.props),
    }),
  )
const answer = (key: string, value: "yes" | "no") =>
  byInvitationLink({ lio: "ribble", key }, (ctx, invitation) => answerInvitation(ctx, invitation, value))
const peopleNow = async () => (await w.asLead((ctx) => listRoles(ctx, w.foodbank.id))).map(({ name }) => name)
const row = async (email: string) =>
  (await w.system((ctx) => ctx.tx.select().from(people).where(eq(people.email, email))))[0]

describe("A lead who types somebody’s address", () => {
  it("learns nothing of them, whether they are known here or not, before they say yes", async () => {
    await w.operator.begin(async (tx) => {
      await tx`select set_config('app.lio_id', ${w.ribble.id}, true), set_config('app.audiences', '{*}', true)`
      await tx`update people set phone = '01200 111111' where email = 'outsider@ribble.example'`
    })
    const before = await peopleNow()
    for (const email of ["outsider@ribble.example", "manager@ribble.example", "stranger@nowhere.example"])
      expect(await w.asLead((ctx) => addPerson(ctx, as({ name: "Somebody", email })))).toEqual({
        name: "Somebody",
        invited: true,
      })
    expect(await peopleNow()).toEqual(before)
    const waiting = JSON.stringify(await w.asLead((ctx) => listInvitations(ctx, w.foodbank.id)))
    expect(waiting).not.toContain("Olga")
    expect(waiting).not.toContain("01200 111111")
  })

  it("gives the other the choice, by a letter that says by whom and for what", async () => {
    const [letter] = await lettersTo("outsider@ribble.example")
    expect(letter).toMatchObject({ letter: "role-invitation", skipped: null })
    expect(letter?.props).toContain("Leila Lead")
    expect(letter?.props).toContain("Clitheroe Food Bank")
    await answer(letter?.key ?? "", "yes")
    expect(await peopleNow()).toContain("Olga Outsider")
    const main = { name: "Mia Main", email: "mia@nowhere.example", main: true }
    await w.asLead((ctx) => addPerson(ctx, as(main)))
    const [toMain] = await lettersTo("mia@nowhere.example")
    await answer(toMain?.key ?? "", "yes")
    const { mainContactId } = await w.asLead((ctx) => getGroup(ctx, w.foodbank.id))
    expect(mainContactId).toBe((await row("mia@nowhere.example"))?.id)
    const [other] = await lettersTo("stranger@nowhere.example")
    expect(other?.props).not.toContain("Somebody")
    await answer(other?.key ?? "", "no")
    expect(await row("stranger@nowhere.example")).toBeUndefined()
    await answer(other?.key ?? "", "yes")
    expect(await row("stranger@nowhere.example")).toBeUndefined()
  })

  it("touches neither staff nor people who have left", async () => {
    await w.operator.begin(async (tx) => {
      await tx`select set_config('app.lio_id', ${w.ribble.id}, true), set_config('app.audiences', '{*}', true)`
      await tx`insert into people (lio_id, name, email, left_at) values (${w.ribble.id}, 'Gone Person', 'gone@ribble.example', now())`
    })
    await w.asLead((ctx) => addPerson(ctx, as({ name: "X", email: "gone@ribble.example", speaks: "lead" })))
    expect((await row("gone@ribble.example"))?.leftAt).not.toBeNull()
    expect((await lettersTo("gone@ribble.example")).map(({ skipped }) => skipped)).toEqual(["left"])
    const [toGone] = await lettersTo("gone@ribble.example")
    await expect(answer(toGone?.key ?? "", "yes")).rejects.toThrow("get in touch")
    const manager = await row("manager@ribble.example")
    const held = () =>
      w.system((ctx) =>
        ctx.tx
          .select()
          .from(roles)
          .where(eq(roles.personId, manager?.id ?? "")),
      )
    expect(await held()).toEqual([])
    const straight = (personId: string) =>
      w.asLead((ctx) =>
        giveRole(ctx, {
          ...{
            groupId: w.foodbank.id,
            personId,
            role: "chair",
            title: null,
            speaks: "lead",
            startedOn: null,
          },
        }),
      )
    await expect(straight(manager?.id ?? "")).rejects.toThrow(NotFound)
    await expect(straight((await row("gone@ribble.example"))?.id ?? "")).rejects.toThrow(NotFound)
  })

  it("is heard of by whoever staff let speak for a group", async () => {
    const said = as({ name: "Nia", email: "nia@x.example", speaks: "member" })
    expect(await w.asWorker((ctx) => addPerson(ctx, said))).toEqual({ name: "Nia", invited: false })
    const [letter] = await lettersTo("nia@x.example")
    expect(letter).toMatchObject({ letter: "role-given" })
    expect(letter?.props).toContain("Wendy Worker of Ribble CVS")
  })

  it("needs to lead that group, and a link opens its own invitation only, until it is withdrawn", async () => {
    const said = as({ name: "X", email: "x@x.example" })
    await expect(w.asMember((ctx) => addPerson(ctx, said))).rejects.toThrow(NotAllowed)
    await expect(w.asViewer((ctx) => addPerson(ctx, said))).rejects.toThrow()
    await expect(w.asOutsider((ctx) => addPerson(ctx, { ...said, groupId: w.choir.id }))).rejects.toThrow(
      NotFound,
    )
    await expect(w.asOtherManager((ctx) => addPerson(ctx, said))).rejects.toThrow(NotFound)
    await w.asLead((ctx) => addPerson(ctx, said))
    await expect(w.asLead((ctx) => addPerson(ctx, said))).rejects.toThrow("emailed this address today")
    const [letter] = await lettersTo("x@x.example")
    await expect(byInvitationLink({ lio: "other", key: letter?.key ?? "" }, async () => 1)).rejects.toThrow(
      SignedOut,
    )
    await expect(byInvitationLink({ lio: "ribble", key: "made.up" }, async () => 1)).rejects.toThrow(
      SignedOut,
    )
    const later = new Date(Date.now() + 31 * 86_400_000)
    await expect(
      byInvitationLink({ lio: "ribble", key: letter?.key ?? "" }, async () => 1, later),
    ).rejects.toThrow(SignedOut)
    const [{ id = "" } = {}] = (await w.asLead((ctx) => listInvitations(ctx, w.foodbank.id))).filter(
      ({ email }) => email === "x@x.example",
    )
    await expect(
      w.asMember((ctx) => withdrawInvitation(ctx, { groupId: w.foodbank.id, id })),
    ).rejects.toThrow(NotAllowed)
    await w.asLead((ctx) => withdrawInvitation(ctx, { groupId: w.foodbank.id, id }))
    await expect(answer(letter?.key ?? "", "yes")).rejects.toThrow(SignedOut)
  })
})
