import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { listOwnChecks } from "@/lib/health-checks/answering/queries"
import { mayAskForChecks, maySeeChecks } from "@/lib/health-checks/policy"
import { listChecks } from "@/lib/health-checks/queries"
import { getTravelled } from "@/lib/health-checks/travelled/queries"
import { say } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { CheckList } from "./_parts/check-list"
import { Travelled } from "./_parts/travelled"

/** Health checks: all of them for staff, with how far groups have come; their own for the people of a group. */
export default async function HealthChecks(props: PageProps) {
  const [frame, { checks, travelled, asks }] = await visit(props, async (ctx) => {
    const staff = maySeeChecks(ctx.actor)
    const here = `/${ctx.lio.slug}/health-checks`
    return {
      checks: staff
        ? (await listChecks(ctx)).map((check) => ({ ...check, path: `${here}/${check.id}` }))
        : await listOwnChecks(ctx),
      travelled: staff ? await getTravelled(ctx) : null,
      asks: mayAskForChecks(ctx.actor),
    }
  })
  const here = `/${frame.lio.slug}/health-checks`
  const start = asks ? <ButtonLink href={`${here}/new`}>{say("Start a health check")}</ButtonLink> : null
  return (
    <Frame {...frame} title={say("Health checks")} at="health-checks">
      <div className="title-row">
        <h1>{say("Health checks")}</h1>
        {start}
      </div>
      {travelled ? (
        <p>
          <a href={`${here}/sets`}>{say("Sets of questions")}</a>
        </p>
      ) : null}
      {travelled && checks.length > 0 ? <Travelled {...travelled} /> : null}
      {checks.length === 0 ? (
        <EmptyState drawing="talk" title={say("No health checks yet")}>
          <p>
            {say(
              "A group answers a few questions about how it is run, sees where it stands and makes a plan. Asked again later, it sees how far it has come.",
            )}
          </p>
        </EmptyState>
      ) : (
        <CheckList checks={checks} />
      )}
    </Frame>
  )
}
