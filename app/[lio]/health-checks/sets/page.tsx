import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { BackLink } from "@/app/_ui/links"
import { mayKeepSets } from "@/lib/health-checks/policy"
import { listSets } from "@/lib/health-checks/sets/queries"
import { say, sayCount } from "@/lib/words"
import { Frame } from "../../_parts/frame"

/** The sets of questions that groups can be asked. For staff. */
export default async function Sets(props: PageProps) {
  const [frame, { sets, keeps }] = await visit(props, async (ctx) => ({
    sets: await listSets(ctx),
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
        {sets.map(({ key, name, questions }) => (
          <li key={key} className="act-row">
            <div className="act-words">
              {keeps ? <a href={`${here}/sets/${key}`}>{name}</a> : <strong>{name}</strong>}{" "}
              <span className="text-soft">
                {sayCount(questions.length, { one: "{count} question", other: "{count} questions" })}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Frame>
  )
}
