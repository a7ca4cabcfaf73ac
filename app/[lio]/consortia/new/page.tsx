import { z } from "zod"
import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { found } from "@/lib/errors"
import { getInterestAround } from "@/lib/opportunities/interest/queries"
import { getOpportunity } from "@/lib/opportunities/queries"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { formConsortiumForm } from "../actions"

/** The lead of a group that is interested brings groups together. */
export default async function NewConsortium(props: PageProps) {
  const [frame, { its, groups }] = await visit(props, async (ctx, query) => {
    const id = found(z.uuid().safeParse(query.opportunity).data)
    const its = await getOpportunity(ctx, id)
    const { own } = await getInterestAround(ctx, id)
    const led = "groups" in ctx.actor ? ctx.actor.groups.filter(({ lead }) => lead) : []
    const groups = led.filter((one) =>
      own.some(({ groupId, withdrawnAt }) => groupId === one.id && !withdrawnAt),
    )
    return { its, groups }
  })
  const lio = frame.lio.slug
  const [first] = groups
  return (
    <Frame {...frame} title={say("Bring groups together to bid")} at="opportunities">
      <BackLink href={`/${lio}/opportunities/${its.id}`}>{its.title}</BackLink>
      <h1>{say("Bring groups together to bid")}</h1>
      <p className="max-w-3xl">
        {say(
          "You get a room for documents, decisions, tasks and questions. Your group leads, and asks others to come in. Only people whom a group lets in by name see what’s inside. Our staff see that you bid together and which groups you are, and nothing else.",
        )}
      </p>
      {first ? (
        <Form
          action={formConsortiumForm}
          lio={lio}
          submit={say("Open the room")}
          values={{ groupId: first.id }}
        >
          <input type="hidden" name="opportunityId" value={its.id} />
          {groups.length > 1 ? (
            <Radios
              name="groupId"
              legend={say("Which group leads?")}
              options={groups.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : (
            <input type="hidden" name="groupId" value={first.id} />
          )}
        </Form>
      ) : (
        <p className="max-w-3xl">
          {say("A lead of a group that’s interested can do this. Say first that your group is interested.")}
        </p>
      )}
    </Frame>
  )
}
