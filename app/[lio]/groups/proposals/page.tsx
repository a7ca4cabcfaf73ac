import { type PageProps, visit } from "@/app/_http/visit"
import { When } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { BackLink } from "@/app/_ui/links"
import { listProposals } from "@/lib/groups/proposals/queries"
import { fieldLabel } from "@/lib/groups/words"
import { Frame } from "../../_parts/frame"

/** What groups want to change and staff want to see first. */
export default async function Proposals(props: PageProps) {
  const [frame, { proposals, now }] = await visit(props, async (ctx) => ({
    proposals: await listProposals(ctx),
    now: ctx.now,
  }))
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title="Changes that wait for you" at="groups">
      <BackLink href={`/${lio}/groups`}>Groups</BackLink>
      <h1>Changes that wait for you</h1>
      {proposals.length === 0 ? (
        <EmptyState title="You’re up to date">
          When a group changes something that you want to see first, it waits here until you say yes or no.
          What that is you choose in the settings, under “Groups’ own pages”.
        </EmptyState>
      ) : (
        <ul className="m-0 max-w-3xl list-none border-t border-line p-0">
          {proposals.map((one) => (
            <li key={one.id} className="border-b border-line py-3">
              <a href={`/${lio}/groups/${one.groupId}/proposals`} className="font-semibold">
                {one.group}
              </a>
              <p className="m-0">{Object.keys(one.changes).map(fieldLabel).join(", ")}</p>
              <p className="m-0 text-soft">
                Asked by {one.person}, <When at={one.askedAt} now={now} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </Frame>
  )
}
