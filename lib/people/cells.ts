import { eq } from "drizzle-orm"
import { people } from "@/db/schema"
import type { RoomCells } from "../access/room-type"
import { ensure } from "../errors"
import { say } from "../words"
import { changePerson } from "./commands"
import { changePersonInput, personSeen } from "./input"
import { mayChangeAddress, mayChangePerson } from "./policy"
import { getPerson } from "./queries"

const LABELS: Record<string, string> = { email: say("Email address"), phone: say("Phone number") }

/** How the cells of the list of people are opened and written. */
export const cells: RoomCells = {
  person: {
    lock: (ctx, id) => ctx.tx.select({ id: people.id }).from(people).where(eq(people.id, id)).for("update"),
    async open(ctx, { id, column }) {
      const person = await getPerson(ctx, id)
      ensure(
        (column === "email" ? mayChangeAddress : mayChangePerson)(ctx.actor, person),
        say(
          "Only workers and managers can change this. Only a manager can change the email address of staff.",
        ),
      )
      return {
        name: person.name,
        label: LABELS[column] ?? "",
        kind: "typed",
        options: [],
        value: [(column === "email" ? person.email : person.phone) ?? ""],
      }
    },
    async write(ctx, { id, column, value: [typed = ""] }) {
      const now = personSeen(await getPerson(ctx, id))
      const { change } = await changePerson(ctx, changePersonInput.parse({ ...now, id, [column]: typed }))
      return change
    },
  },
}
