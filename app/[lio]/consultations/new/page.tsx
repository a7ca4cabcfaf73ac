import { type PageProps, type Query, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { chosenInput, NONE } from "@/lib/bulk/input"
import { audienceField, MEMBERS } from "@/lib/consultations/input"
import { listAudiences, listBodies } from "@/lib/consultations/invitations/queries"
import { mayKeepConsultations } from "@/lib/consultations/policy"
import { ensure } from "@/lib/errors"
import { groupList } from "@/lib/groups/list/filters"
import { listQuery, readList } from "@/lib/lists/input"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { LongForm } from "../../_parts/long-form"
import { PlanFields } from "../_parts/plan-fields"
import { planForm } from "../actions"

/** The groups that were ticked in the list, or all that matched there, as a view of it; null: it was opened from elsewhere. */
function chosenQuery(query: Query): string | null {
  const { id, all, from } = chosenInput.catch(NONE).parse(query)
  if (all) return from
  return id.length > 0 ? listQuery(groupList, readList(groupList, { id })) : null
}

export default async function NewConsultation(props: PageProps) {
  const [frame, { bodies, audiences, audience }] = await visit(props, async (ctx, query) => {
    ensure(mayKeepConsultations(ctx.actor))
    const networkId = typeof query.network === "string" ? query.network : null
    const viewQuery = chosenQuery(query) ?? (typeof query.view === "string" ? query.view : MEMBERS)
    const [bodies, audiences] = await Promise.all([
      listBodies(ctx),
      listAudiences(ctx, { networkId, viewQuery }),
    ])
    return { bodies, audiences, audience: audienceField({ networkId, viewQuery }) }
  })
  const list = `/${frame.lio.slug}/consultations`
  return (
    <Frame {...frame} title={say("New consultation")} at="consultations">
      <BackLink href={list}>{say("Consultations")}</BackLink>
      <h1>{say("New consultation")}</h1>
      <p>{say("It stays a draft until you open it. Nobody is asked before that.")}</p>
      <LongForm
        action={planForm}
        frame={frame}
        values={{ audience, closesTime: "17:00", minutes: 10, naming: "body" }}
        submit={say("Save and add questions")}
        secondary={<a href={list}>{say("Cancel")}</a>}
      >
        <PlanFields bodies={bodies} audiences={audiences} />
      </LongForm>
    </Frame>
  )
}
