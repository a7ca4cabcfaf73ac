import { Tick } from "@/app/_ui/choices"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { say, sayCount } from "@/lib/words"
import { askPeopleForm } from "../actions"

type Props = {
  lio: string
  id: string
  /** People may answer for themselves. */
  asked: boolean
  open: boolean
  /** Who keeps consultations can change it, before it opens or while nobody has answered so. */
  changes: boolean
  /** How many have confirmed their answers. */
  answered: number
  /** Where they answer, in full. */
  address: string
}

/** Whether people may answer for themselves besides the groups, and where. */
export const People = ({ lio, id, asked, open, changes, answered, address }: Props) => (
  <section aria-labelledby="people" className="mb-8 max-w-2xl">
    <h3 id="people">{say("People who answer for themselves")}</h3>
    <p>
      {asked
        ? open
          ? sayCount(answered, {
              one: "{count} person has answered for themselves. They’re counted apart from groups.",
              other: "{count} people have answered for themselves. They’re counted apart from groups.",
            })
          : say(
              "Once it’s open, anybody with its address can answer for themselves. They’re counted apart from groups.",
            )
        : say(
            "You can also let anybody answer for themselves, on a public page. They confirm by email, are counted apart from groups, and are never named.",
          )}
    </p>
    {asked && open ? (
      <p>
        {say("Give people this address:")}{" "}
        <a className="break-all" href={address}>
          {address}
        </a>
      </p>
    ) : null}
    {changes ? (
      <Form
        action={askPeopleForm}
        lio={lio}
        values={{ individuals: asked ? "yes" : "" }}
        submit={say("Save this")}
        kind="secondary"
        id="people-form"
      >
        <HiddenField name="id" value={id} />
        <Tick
          name="individuals"
          label={say("People may answer for themselves, too")}
          hint={say("Only groups are asked for files.")}
        />
      </Form>
    ) : null}
  </section>
)
