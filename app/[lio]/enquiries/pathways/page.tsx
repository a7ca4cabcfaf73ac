import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { BackLink } from "@/app/_ui/links"
import { listPathways } from "@/lib/enquiries/pathways/queries"
import { STARTER } from "@/lib/enquiries/pathways/words"
import { mayKeepEnquiries } from "@/lib/enquiries/policy"
import { say, sayCount } from "@/lib/words"
import { Frame } from "../../_parts/frame"

/** The pathways from an idea to a group. For staff. */
export default async function Pathways(props: PageProps) {
  const [frame, { pathways, keeps }] = await visit(props, async (ctx) => ({
    pathways: await listPathways(ctx),
    keeps: mayKeepEnquiries(ctx.actor),
  }))
  const lio = frame.lio.slug
  const here = `/${lio}/enquiries/pathways`
  const add = keeps ? <ButtonLink href={`${here}/new`}>{say("Add a pathway")}</ButtonLink> : null
  return (
    <Frame {...frame} title={say("Pathways")} at="enquiries">
      <BackLink href={`/${lio}/enquiries`}>{say("Enquiries")}</BackLink>
      <div className="title-row">
        <h1>{say("Pathways")}</h1>
        {add}
      </div>
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
          {pathways.map(({ id, name, steps }) => (
            <li key={id} className="act-row">
              <div className="act-words">
                {keeps ? <a href={`${here}/${id}`}>{name}</a> : <strong>{name}</strong>}{" "}
                <span className="text-soft">
                  {sayCount(steps.length, { one: "{count} step", other: "{count} steps" })}
                </span>
                <p className="m-0 text-soft">{steps.map(({ title }) => title).join(" · ")}</p>
              </div>
              <div className="acts">
                <a href={`${here}/${id}/file`}>
                  {say("Download")}
                  <span className="sr-only">: {name}</span>
                </a>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Frame>
  )
}
