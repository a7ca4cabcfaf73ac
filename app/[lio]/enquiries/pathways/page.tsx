import { told } from "@/app/_http/told"
import { type PageProps, visit } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Tag } from "@/app/_ui/tag"
import { hasNeighbours, listPathways, listSharedPathways } from "@/lib/enquiries/pathways/queries"
import { STARTER } from "@/lib/enquiries/pathways/words"
import { mayKeepEnquiries } from "@/lib/enquiries/policy"
import { say, sayCount } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { BringIn } from "./_parts/bring-in"
import { SharedPathways } from "./_parts/shared-pathways"
import { sharePathwayForm } from "./actions"

/** The pathways from an idea to a group. For staff. */
export default async function Pathways(props: PageProps) {
  const [frame, { pathways, shared, neighbours, keeps, problem }] = await visit(
    props,
    async (ctx, query) => ({
      pathways: await listPathways(ctx),
      shared: await listSharedPathways(ctx),
      neighbours: await hasNeighbours(ctx),
      keeps: mayKeepEnquiries(ctx.actor),
      problem: told(query, "problem"),
    }),
  )
  const lio = frame.lio.slug
  const here = `/${lio}/enquiries/pathways`
  const add = keeps ? <ButtonLink href={`${here}/new`}>{say("Add a pathway")}</ButtonLink> : null
  return (
    <Frame {...frame} title={problem ? say("Error: Pathways") : say("Pathways")} at="enquiries">
      <BackLink href={`/${lio}/enquiries`}>{say("Enquiries")}</BackLink>
      <div className="title-row">
        <h1>{say("Pathways")}</h1>
        {add}
      </div>
      {problem ? <Banner kind="problem">{problem}</Banner> : null}
      <p className="max-w-2xl">
        {say(
          "The usual steps from an idea to a group. Each enquiry gets its own copy, so changing a pathway never changes what is under way.",
        )}
      </p>
      {pathways.length === 0 ? (
        <EmptyState drawing="talk" title={say("You use the pathway that comes with Trellis")}>
          <p>{STARTER.steps.map(({ title }) => title).join(" · ")}</p>
          <p>{say("Add one of your own, and it’s offered instead. It starts with these steps.")}</p>
        </EmptyState>
      ) : (
        <ul className="act-list">
          {pathways.map(({ id, name, steps, sharedAt }) => (
            <li key={id} className="act-row">
              <div className="act-words">
                {keeps ? <a href={`${here}/${id}`}>{name}</a> : <strong>{name}</strong>}{" "}
                <span className="text-soft">
                  {sayCount(steps.length, { one: "{count} step", other: "{count} steps" })}
                </span>
                {sharedAt ? <Tag>{say("Shared")}</Tag> : null}
                <p className="m-0 text-soft">{steps.map(({ title }) => title).join(" · ")}</p>
              </div>
              <div className="acts">
                {keeps && neighbours ? (
                  <Form
                    action={sharePathwayForm}
                    lio={lio}
                    id={`share-${id}`}
                    kind="plain"
                    submit={sharedAt ? say("Stop sharing") : say("Share with other organisations here")}
                  >
                    <input type="hidden" name="id" value={id} />
                    <input type="hidden" name="shared" value={sharedAt ? "no" : "yes"} />
                  </Form>
                ) : null}
                <a href={`${here}/${id}/file`}>
                  {say("Download")}
                  <span className="sr-only">: {name}</span>
                </a>
              </div>
            </li>
          ))}
        </ul>
      )}
      <SharedPathways lio={lio} pathways={shared} keeps={keeps} />
      {keeps ? <BringIn lio={lio} open={problem !== undefined} /> : null}
    </Frame>
  )
}
