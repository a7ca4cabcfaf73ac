import { Radios } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import type { Nomination } from "@/lib/partnerships/elections/nominations/queries"
import { howToSpeak } from "@/lib/partnerships/elections/nominations/words"
import { say } from "@/lib/words"
import { nominateForm } from "../actions"
import { type ByLink, LinkFields } from "./link"

type Group = { id: string; name: string }
type Props = {
  link: ByLink
  groups: Group[]
  putUp: Nomination[]
  known: boolean
  /** The board is on the public page, so that anybody reads who stands. */
  shown: boolean
}

const stateIn = (one: Nomination) =>
  one.withdrawn
    ? say("has withdrawn")
    : one.refusedReason
      ? say("not valid: {reason}", { reason: one.refusedReason })
      : one.valid
        ? say("stands")
        : one.agreed
          ? say("waits to be checked")
          : say("hasn’t answered yet")

/** Which of several groups: chosen by radios, or the only one. */
export const WhichGroup = ({ groups }: { groups: Group[] }) =>
  groups.length === 1 ? (
    <input type="hidden" name="groupId" value={groups[0]?.id} />
  ) : (
    <Radios
      name="groupId"
      legend={say("Which of your groups?")}
      options={groups.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )

/** A group puts somebody up: whoever reads this, or somebody else of the group. */
export function PutUp({ link, groups, putUp, known, shown }: Props) {
  const taken = new Set(
    putUp.filter((one) => !one.withdrawn && !one.refusedReason).map(({ groupId }) => groupId),
  )
  const free = groups.filter(({ id }) => !taken.has(id))
  const [only] = free.length === 1 && groups.length > 1 ? free : []
  return (
    <section aria-labelledby="put-up">
      <h2 id="put-up">{say("Stand, or put somebody up")}</h2>
      {putUp.length > 0 ? (
        <ul>
          {putUp.map((one) => (
            <li key={one.id}>
              {say("{group}: {name} {state}", { group: one.group, name: one.name, state: stateIn(one) })}
            </li>
          ))}
        </ul>
      ) : null}
      {free.length > 0 ? (
        <Form
          action={nominateForm}
          submit={say("Send the nomination")}
          values={{ who: known ? undefined : "other" }}
          className="max-w-2xl"
          id="put"
        >
          <LinkFields {...link} />
          <WhichGroup groups={free} />
          {known ? (
            <Radios
              name="who"
              legend={
                only
                  ? say("Who stands for {group}?", { group: only.name })
                  : free.length > 1
                    ? say("Who stands for that group?")
                    : say("Who stands?")
              }
              options={[
                { value: "me", label: say("I do") },
                { value: "other", label: say("Somebody else of our group") },
              ]}
            />
          ) : (
            <>
              {only ? <p>{say("For {group}.", { group: only.name })}</p> : null}
              <input type="hidden" name="who" value="other" />
            </>
          )}
          <TextField
            name="name"
            label={say("Their name")}
            hint={known ? say("Only for somebody else") : undefined}
            width="md"
          />
          <TextField
            name="email"
            label={say("Their email address")}
            hint={say("We ask them whether they want to stand.")}
            type="email"
            width="md"
          />
          <TextArea
            name="statement"
            label={say("What do you say to groups?")}
            hint={`${howToSpeak(shown)} ${say("Leave it empty for somebody else: they write their own.")}`}
            rows={6}
            optional
          />
        </Form>
      ) : null}
    </section>
  )
}
