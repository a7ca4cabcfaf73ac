import { z } from "zod"
import { type PageProps, visit } from "@/app/_http/visit"
import { Checkboxes, Radios, Tick } from "@/app/_ui/choices"
import { BackLink } from "@/app/_ui/links"
import { ShownWhen } from "@/app/_ui/shown-when"
import { ensure } from "@/lib/errors"
import { mayAskForChecks } from "@/lib/health-checks/policy"
import { listSets } from "@/lib/health-checks/sets/queries"
import { listChosen } from "@/lib/sessions/queries"
import { say, sayCount } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { GroupPicker } from "../../_parts/group-picker"
import { LongForm } from "../../_parts/long-form"
import { askForCheckForm } from "../actions"

/** Starts a health check with one group: by an emailed link, or together. */
export default async function NewHealthCheck(props: PageProps) {
  const [frame, { sets, chosen }] = await visit(props, async (ctx, query) => {
    ensure(mayAskForChecks(ctx.actor), say("Only workers and managers can ask groups for a health check."))
    const id = z.uuid().safeParse(query.group).data
    return { sets: await listSets(ctx), chosen: await listChosen(ctx, id ? [id] : []) }
  })
  const lio = frame.lio.slug
  const here = `/${lio}/health-checks`
  return (
    <Frame {...frame} title={say("Start a health check")} at="health-checks">
      <BackLink href={here}>{say("Health checks")}</BackLink>
      <h1>{say("Start a health check")}</h1>
      <LongForm
        action={askForCheckForm}
        frame={frame}
        submit={say("Start the health check")}
        secondary={<a href={here}>{say("Cancel")}</a>}
        values={{ way: "link" }}
        className="max-w-3xl"
      >
        <GroupPicker lio={lio} chosen={chosen} next="sets" />
        <Checkboxes
          name="sets"
          legend={say("Which sets of questions?")}
          options={sets.map(({ key, name, questions }) => ({
            value: key,
            label: name,
            hint: sayCount(questions.length, { one: "{count} question", other: "{count} questions" }),
          }))}
        />
        <Radios
          name="way"
          legend={say("How will the group answer?")}
          options={[
            {
              value: "link",
              label: say("By itself"),
              hint: say(
                "Everybody who speaks for it gets a link by email. It decides at the end whether you see the answers.",
              ),
            },
            {
              value: "together",
              label: say("Together with you"),
              hint: say("You write down the answers, for example in a meeting. It gets the link as well."),
            },
          ]}
        />
        <ShownWhen name="way" is={["together"]}>
          <Tick
            name="agreed"
            label={say("The group agrees that staff see its answers")}
            hint={say("Only if you answer together. It can change its mind at any time.")}
          />
        </ShownWhen>
      </LongForm>
    </Frame>
  )
}
