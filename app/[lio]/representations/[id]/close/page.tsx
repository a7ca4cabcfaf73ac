import { type PageProps, visit } from "@/app/_http/visit"
import { Disclosure } from "@/app/_ui/disclosure"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { SubmitButton } from "@/app/_ui/submit-button"
import { listSpokespeople } from "@/lib/consultations/invitations/queries"
import { listContributors } from "@/lib/representations/outcomes/queries"
import { readAsked, warningsOf } from "@/lib/representations/publishing/queries"
import { getOpenRepresentation } from "@/lib/representations/queries"
import { getStanding } from "@/lib/representations/standing/queries"
import { say, sayCount } from "@/lib/words"
import { RepresentationFrame } from "../../_parts/representation-frame"
import { Warnings } from "../../_parts/warnings"
import { closeForm } from "../../actions"

/** Ends a representation: what came of it goes to every group that spoke. */
export default async function CloseRepresentation(props: PageProps) {
  const [frame, { of, groups, warnings, spokespeople }] = await visit(
    props,
    async (ctx, _query, { id = "" }) => {
      await getOpenRepresentation(ctx, id)
      const of = await getStanding(ctx, id)
      const groups = await listContributors(ctx, id)
      return {
        of,
        groups,
        warnings: warningsOf(ctx, await readAsked(ctx, of.whole.consultationId)),
        spokespeople: await listSpokespeople(
          ctx,
          groups.map((group) => group.id),
          "outcomes",
        ),
      }
    },
  )
  const reached = new Set(spokespeople.map(({ groupId }) => groupId))
  const { whole } = of
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}`
  return (
    <RepresentationFrame frame={frame} of={of} page="close" title={say("Close it and tell the groups")}>
      <h2>{say("Close it and tell the groups")}</h2>
      <p>
        {sayCount(
          groups.length,
          {
            one: "{count} group spoke. {size} will get an email: you said, we said, they decided, with their group’s own words in it.",
            other:
              "{count} groups spoke. {size} will get an email: you said, we said, they decided, with their group’s own words in it.",
          },
          {
            size: sayCount(new Set(spokespeople.map(({ personId }) => personId)).size, {
              one: "{count} person",
              other: "{count} people",
            }),
          },
        )}
      </p>
      <Disclosure summary={say("Which groups?")}>
        <ul>
          {groups.map((group) => (
            <li key={group.id}>
              {reached.has(group.id)
                ? group.name
                : say("{group}: nobody we can email. Please ring them.", { group: group.name })}
            </li>
          ))}
        </ul>
      </Disclosure>
      <Form action={closeForm} lio={lio} values={{ outcome: whole.outcome }} submit={null}>
        <input type="hidden" name="id" value={whole.id} />
        <TextArea
          name="outcome"
          label={say("What came of it?")}
          hint={say("In two or three sentences. If nothing changed, say so and why.")}
        />
        <Warnings warnings={warnings} />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton name="button" value="close">
            {sayCount(groups.length, {
              one: "Close it and tell {count} group",
              other: "Close it and tell {count} groups",
            })}
          </SubmitButton>
          <SubmitButton kind="secondary" name="button" value="try">
            {say("Send me a test email first")}
          </SubmitButton>
          <a href={at}>{say("Cancel")}</a>
        </div>
      </Form>
    </RepresentationFrame>
  )
}
