import { type PageProps, visit } from "@/app/_http/visit"
import { When } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { mayDecide } from "@/lib/groups/proposals/policy"
import { listProposals } from "@/lib/groups/proposals/queries"
import { fieldLabel } from "@/lib/groups/words"
import { Frame } from "../../_parts/frame"
import { hasMoved, wordsOf } from "../[id]/_parts/side-by-side"
import { decideProposalForm } from "../actions"

type Proposal = Awaited<ReturnType<typeof listProposals>>[number]

/** What groups want to change and staff want to see first: accepted here, or looked at on a page of its own. */
export default async function Proposals(props: PageProps) {
  const [frame, { proposals, decides, now }] = await visit(props, async (ctx) => ({
    proposals: await listProposals(ctx),
    decides: mayDecide(ctx.actor),
    now: ctx.now,
  }))
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title="Suggested changes" at="home">
      <BackLink href={`/${lio}/home`}>Today</BackLink>
      <h1>Suggested changes</h1>
      {proposals.length === 0 ? (
        <EmptyState title="You’re up to date">
          When a group changes something that you want to see first, it waits here until you say yes or no.
          You choose what that is in the settings, under “Groups’ own pages”.
        </EmptyState>
      ) : (
        <ul className="m-0 list-none border-t border-line p-0">
          {proposals.map((one) => (
            <li
              key={one.id}
              className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 border-b border-line py-3"
            >
              <div className="min-w-0 flex-1 basis-80">
                <a href={`/${lio}/groups/${one.groupId}/proposals`} className="font-semibold">
                  {one.group}
                </a>
                <span className="text-soft">
                  {" "}
                  {one.person}, <When at={one.askedAt} now={now} />
                </span>
                <Changes proposal={one} />
              </div>
              {decides ? <Accept lio={lio} proposal={one} /> : null}
            </li>
          ))}
        </ul>
      )}
    </Frame>
  )
}

/** Each field as it is kept now and as they want it, in a line. */
const Changes = ({ proposal: { changes, now } }: { proposal: Proposal }) => (
  <dl className="m-0">
    {Object.entries(changes).map(([field, [, wanted]]) => (
      <div key={field} className="flex flex-wrap gap-x-2">
        <dt className="text-soft">{fieldLabel(field)}</dt>
        <dd className="m-0 min-w-0 break-words">
          <del className="text-soft">{wordsOf(field, now[field as keyof typeof now] ?? null)}</del>
          <span aria-hidden="true"> → </span>
          <ins className="no-underline">{wordsOf(field, wanted)}</ins>
        </dd>
      </div>
    ))}
  </dl>
)

/** Accepts all of it in one press, unless somebody has changed the same meanwhile: then it is looked at first. */
function Accept({ lio, proposal: { id, group, changes, now } }: { lio: string; proposal: Proposal }) {
  const moved = Object.entries(changes).some(([field, [then]]) => hasMoved(now, field, then))
  const about = <span className="sr-only"> what {group} suggests</span>
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      {moved ? (
        <p className="m-0 text-soft">Changed here since they asked</p>
      ) : (
        <Form
          action={decideProposalForm}
          lio={lio}
          id={`accept-${id}`}
          submit={<>Accept{about}</>}
          kind="secondary"
        >
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={now.version} />
          <input type="hidden" name="what" value="accept" />
          {Object.keys(changes).map((field) => (
            <input key={field} type="hidden" name="accept[]" value={field} />
          ))}
        </Form>
      )}
      <a href={`/${lio}/groups/${now.id}/proposals`} className="inline-flex min-h-9 items-center">
        {moved ? "Compare and decide" : "Refuse, or accept some of it"}
        {about}
      </a>
    </div>
  )
}
