import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { mayKeepSets } from "@/lib/health-checks/policy"
import { listAllSets } from "@/lib/health-checks/sets/queries"
import { say, sayCount } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { offerSetForm } from "../actions"

/** The sets of questions that groups can be asked. For staff. */
export default async function Sets(props: PageProps) {
  const [frame, { sets, keeps }] = await visit(props, async (ctx) => ({
    sets: await listAllSets(ctx),
    keeps: mayKeepSets(ctx.actor),
  }))
  const here = `/${frame.lio.slug}/health-checks`
  return (
    <Frame {...frame} title={say("Sets of questions")} at="health-checks">
      <BackLink href={here}>{say("Health checks")}</BackLink>
      <div className="title-row">
        <h1>{say("Sets of questions")}</h1>
        {keeps ? <ButtonLink href={`${here}/sets/new`}>{say("Add a set")}</ButtonLink> : null}
      </div>
      <p className="max-w-2xl">
        {say(
          "Each health check keeps the questions it was asked, so changing a set never changes what groups have answered.",
        )}
      </p>
      <ul className="act-list">
        {sets.map(({ key, name, questions, offered }) => (
          <li key={key} className="act-row">
            <div className="act-words">
              {keeps ? <a href={`${here}/sets/${key}`}>{name}</a> : <strong>{name}</strong>}{" "}
              <span className="text-soft">
                {sayCount(questions.length, { one: "{count} question", other: "{count} questions" })}
              </span>
              {offered ? null : <p className="hint m-0">{say("Not offered any more")}</p>}
            </div>
            {keeps ? (
              <Form
                action={offerSetForm}
                lio={frame.lio.slug}
                id={`offer-${key}`}
                kind="secondary"
                submit={
                  <>
                    {offered ? say("Take off the list") : say("Offer again")}
                    <span className="sr-only">: {name}</span>
                  </>
                }
              >
                <input type="hidden" name="key" value={key} />
                <input type="hidden" name="offered" value={offered ? "no" : "yes"} />
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </Frame>
  )
}
