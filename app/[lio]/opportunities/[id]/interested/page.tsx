import { type PageProps, visit } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { ExportMenu } from "@/app/_ui/export-links"
import { BackLink } from "@/app/_ui/links"
import { Static } from "@/app/_ui/static"
import { listInterest } from "@/lib/opportunities/interest/queries"
import { getOpportunity } from "@/lib/opportunities/queries"
import { say, sayCount } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { InterestCard } from "../../_parts/interest-card"

/** Every group that has said it would bid, with what each can show: for staff. */
export default async function Interested(props: PageProps) {
  const [frame, { its, interests }] = await visit(props, async (ctx, _, { id = "" }) => {
    const interests = await listInterest(ctx, id)
    return { its: await getOpportunity(ctx, id), interests }
  })
  const lio = frame.lio.slug
  const back = `/${lio}/opportunities/${its.id}`
  const live = interests.filter(({ withdrawnAt }) => !withdrawnAt).length
  return (
    <Frame {...frame} title={say("Who is interested")} at="opportunities">
      <BackLink href={back}>{its.title}</BackLink>
      <div className="title-row">
        <h1>{say("Who is interested")}</h1>
        {interests.length > 0 ? <ExportMenu place={{ path: `${back}/interested` }} /> : null}
      </div>
      {interests.length > 0 ? (
        <Static>
          <p>
            {sayCount(live, { one: "{count} group is interested.", other: "{count} groups are interested." })}
          </p>
          <ul className="list-none p-0">
            {interests.map((one) => (
              <InterestCard key={one.id} its={one} path={`/${lio}/groups/${one.groupId}`} readers />
            ))}
          </ul>
        </Static>
      ) : (
        <EmptyState drawing="groups" title={say("Nobody yet")}>
          {say("Groups that would bid for this, alone or together, are listed here with what they can show.")}
        </EmptyState>
      )}
    </Frame>
  )
}
