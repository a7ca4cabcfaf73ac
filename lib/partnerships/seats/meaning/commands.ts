import "server-only"
import { and, eq, isNull, or, sql } from "drizzle-orm"
import { people, roles } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"
import { RuleBroken } from "../../../errors"
import { bringInNew } from "../../../groups/roles/commands"
import { heldOn } from "../../../people/queries"
import { say } from "../../../words"

type Named = { name: string; email: string | null }

/** The person of a group who is meant: by address, else by the name that one of its people has; or somebody new, who is added. */
export async function personMeant(ctx: Ctx, groupId: string, { name, email }: Named) {
  const known = await ctx.tx
    .selectDistinct({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .innerJoin(roles, and(eq(roles.personId, people.id), eq(roles.groupId, groupId), heldOn(ctx)))
    .where(
      and(
        isNull(people.leftAt),
        email
          ? or(
              eq(people.email, email),
              and(isNull(people.email), eq(sql`lower(${people.name})`, name.toLowerCase())),
            )
          : eq(sql`lower(${people.name})`, name.toLowerCase()),
      ),
    )
  const [one, other] = known
  if (one && other)
    throw new RuleBroken(
      say("More than one person of this group is called {name}. Enter their email address, too.", { name }),
      "email",
    )
  if (one) return one.id
  const { personId } = await bringInNew(ctx, {
    ...{
      groupId,
      name,
      email,
      phone: null,
      role: "representative",
      title: null,
      speaks: null,
      startedOn: null,
    },
  })
  return personId
}
