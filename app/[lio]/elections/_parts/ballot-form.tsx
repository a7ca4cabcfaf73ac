import { Checkboxes, Radios, Select, Tick } from "@/app/_ui/choices"
import { ManyFields } from "@/app/_ui/field-parts"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import type { Standing } from "@/lib/partnerships/elections/nominations/queries"
import type { Election } from "@/lib/partnerships/elections/queries"
import type { OwnPlace } from "@/lib/partnerships/elections/taking/queries"
import { HOW_COUNTED, HOW_TO_VOTE, WHO_COULD_SEE } from "@/lib/partnerships/elections/words"
import { say, sayCount } from "@/lib/words"
import { voteForm } from "../actions"
import { type ByLink, LinkFields } from "./link"

type Props = {
  link: ByLink
  election: Election
  place: OwnPlace
  standing: Standing[]
  chosen: string[] | null
  until: string
  made: string
}

function Fields({ rule, standing }: { rule: NonNullable<Election["rule"]>; standing: Standing[] }) {
  const legend = say("Your ballot")
  const hint = HOW_TO_VOTE[rule]
  const options = standing.map(({ id, name, group }) => ({ value: id, label: name, hint: group }))
  if (rule === "plurality") return <Radios {...{ name: "choice", legend, hint, options }} />
  if (rule === "approval") return <Checkboxes {...{ name: "ticked", legend, hint, options }} />
  const places = standing.map((_, at) => String(at + 1))
  return (
    <ManyFields id="ballot" label={legend} hint={hint} describedBy="ballot-hint">
      {standing.map(({ id, name, group }, at) => (
        <div key={id}>
          <input type="hidden" name={`rank.${at}.id`} value={id} />
          <Select
            name={`rank.${at}.place`}
            label={say("{name}, {group}", { name, group })}
            options={places.map((one) => ({ value: one, label: one }))}
            empty={say("No number")}
          />
        </div>
      ))}
    </ManyFields>
  )
}

/** What a ballot says already, as its fields show it. */
function valuesOf({ election, standing, chosen }: Props): Record<string, string | string[]> {
  if (!chosen) return {}
  if (chosen.length === 0) return { blank: "yes" }
  if (election.rule === "plurality") return { choice: chosen[0] ?? "" }
  if (election.rule === "approval") return { ticked: chosen }
  return Object.fromEntries(
    standing.map(({ id }, at) => {
      const place = chosen.indexOf(id)
      return [`rank.${at}.place`, place < 0 ? "" : String(place + 1)]
    }),
  )
}

/** The ballot itself: those who stand in an order of this voter’s own, and what happens with it. */
export function BallotForm(props: Props) {
  const { link, election, place, standing, chosen, until, made } = props
  if (!election.rule) return null
  return (
    <div className="max-w-2xl">
      {place.voted && !chosen ? (
        <p>
          {say(
            "Your group has voted. On another phone or in another browser you can change that vote only with the code of its receipt. Without it the vote stands.",
          )}
        </p>
      ) : null}
      <Form
        action={voteForm}
        submit={place.voted ? say("Change your vote") : say("Send your vote")}
        values={valuesOf(props)}
      >
        <LinkFields {...link} />
        <input type="hidden" name="roll" value={place.id} />
        <input type="hidden" name="made" value={made} />
        {place.voted && !chosen ? (
          <TextField name="code" label={say("The code of your receipt")} width="md" />
        ) : null}
        <Fields rule={election.rule} standing={standing} />
        <Tick
          name="blank"
          label={say("Leave our ballot blank")}
          hint={say("It counts as a vote for nobody.")}
        />
      </Form>
      <h2>{say("Before you vote")}</h2>
      <p>{say("One vote a group. You can change yours until {until}.", { until })}</p>
      {election.places > 1 ? (
        <p>
          {sayCount(election.places, {
            one: "{count} person is elected.",
            other: "{count} people are elected.",
          })}
        </p>
      ) : null}
      <p>{HOW_COUNTED[election.rule]}</p>
      <p>{WHO_COULD_SEE}</p>
      <h2>{say("What they say")}</h2>
      {standing.map((one) => (
        <section key={one.id}>
          <h3 className="mb-0">{one.name}</h3>
          <p className="m-0 text-soft">{one.group}</p>
          <p className="whitespace-pre-line">{one.statement}</p>
        </section>
      ))}
    </div>
  )
}
