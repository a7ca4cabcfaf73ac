import { type PageProps, visit } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { BackLink } from "@/app/_ui/links"
import { mayDecide } from "@/lib/groups/proposals/policy"
import { listProposals } from "@/lib/groups/proposals/queries"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { ProposalRow } from "./_parts/proposal-row"

/** What groups want to change and staff want to see first: accepted here, or looked at on a page of its own. */
export default async function Proposals(props: PageProps) {
  const [frame, { proposals, decides, now }] = await visit(props, async (ctx) => ({
    proposals: await listProposals(ctx),
    decides: mayDecide(ctx.actor),
    now: ctx.now,
  }))
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("Suggested changes")} at="home">
      <BackLink href={`/${lio}/home`}>{say("Today")}</BackLink>
      <h1>{say("Suggested changes")}</h1>
      {proposals.length === 0 ? (
        <EmptyState drawing="letters" title={say("You’re up to date")}>
          {say(
            "When a group changes something that you want to see first, it waits here until you say yes or no. You choose what that is in the settings, under “Groups’ own pages”.",
          )}
        </EmptyState>
      ) : (
        <ul className="act-list">
          {proposals.map((one) => (
            <ProposalRow
              key={one.id}
              {...{ lio, decides, now }}
              proposal={one}
              back={`/${lio}/groups/proposals`}
            />
          ))}
        </ul>
      )}
    </Frame>
  )
}
