import { Radios } from "@/app/_ui/choices"
import { Form } from "@/app/_ui/form"
import { COUNTS } from "@/lib/membership-status/period"
import {
  feeInWords,
  lengthInWords,
  lengthMore,
  periodInWords,
  renewsItself,
} from "@/lib/membership-status/words"
import type { getMembership } from "@/lib/memberships/queries"
import type { Type } from "@/lib/memberships/types/queries"
import { say } from "@/lib/words"
import { askForGroupForm } from "../../../../memberships/actions"

type Props = {
  lio: string
  group: { id: string; name: string }
  membership: Omit<Awaited<ReturnType<typeof getMembership>>, "nextAs">
  types: Type[]
}

/** A lead asks for the group: to renew what ends, or to join. */
export function AskForGroup({ lio, group, membership, types }: Props) {
  const { standing, next } = membership
  const id = <input type="hidden" name="groupId" value={group.id} />
  if (standing && next && (standing.state === "ending" || standing.state === "grace")) {
    const fee = standing.type.feePence
    return (
      <section className="card mb-6 max-w-2xl" aria-labelledby="renew">
        <h3 id="renew" className="mt-0">
          {say("Renew your membership")}
        </h3>
        <p>
          {periodInWords(next)}.{" "}
          {fee
            ? say("It costs {fee}.", { fee: feeInWords(fee, standing.type) })
            : say("There is nothing to pay.")}
        </p>
        <Form
          action={askForGroupForm}
          lio={lio}
          id="ask"
          submit={
            renewsItself(standing.type)
              ? say("Renew for {type}", { type: lengthMore(standing.type) })
              : say("Ask to renew")
          }
        >
          {id}
        </Form>
      </section>
    )
  }
  if (standing && (COUNTS.has(standing.state) || standing.state === "future")) return null
  if (types.length === 0) return null
  return (
    <section className="card mb-6 max-w-2xl" aria-labelledby="join">
      <h3 id="join" className="mt-0">
        {say("Join")}
      </h3>
      <Form action={askForGroupForm} lio={lio} id="ask" submit={say("Ask to join")}>
        {id}
        <Radios
          name="typeId"
          legend={say("Which membership?")}
          options={types.map((type) => ({
            value: type.id,
            label: type.name,
            hint: [feeInWords(type.feePence, type), lengthInWords(type), type.about]
              .filter(Boolean)
              .join(". "),
          }))}
        />
      </Form>
    </section>
  )
}
