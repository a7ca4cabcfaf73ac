import { Select } from "@/app/_ui/choices"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import type { listSealedCases } from "@/lib/cases/queries"
import { formatDate, say, sayCount } from "@/lib/words"
import { letInForm } from "../actions"

type Props = {
  lio: string
  cases: Awaited<ReturnType<typeof listSealedCases>>
  colleagues: { personId: string; name: string }[]
}

/** For managers: confidential cases of others, without what they are about, and the way in when nobody is there to open it. */
export function SealedCases({ lio, cases, colleagues }: Props) {
  if (cases.length === 0) return null
  return (
    <section className="mt-8" aria-labelledby="sealed">
      <h2 id="sealed">
        {sayCount(cases.length, {
          one: "{count} confidential case that you don’t work on",
          other: "{count} confidential cases that you don’t work on",
        })}
      </h2>
      <p className="max-w-2xl">
        {say(
          "You can’t see what these are about. If the people who work on one are away or have left, you can let somebody in. Your reason is kept in the case’s history, where its people read it.",
        )}
      </p>
      <ul className="max-w-3xl list-none border-t border-line p-0">
        {cases.map((one) => (
          <li key={one.id} className="border-b border-line py-3">
            <p className="m-0 font-semibold">
              {one.orphaned
                ? say("Opened on {day}. Nobody who works on it is here any more ({names}).", {
                    day: formatDate(one.openedOn),
                    names: one.names ?? "",
                  })
                : say("Opened on {day}. {names} work on it.", {
                    day: formatDate(one.openedOn),
                    names: one.names ?? "",
                  })}
            </p>
            <Form
              fold={say("Let somebody in")}
              action={letInForm}
              lio={lio}
              submit={say("Let them in")}
              kind="secondary"
              id={`in-${one.id}`}
            >
              <input type="hidden" name="id" value={one.id} />
              <Select
                name="personId"
                label={say("Who?")}
                options={colleagues.map(({ personId, name }) => ({ value: personId, label: name }))}
                empty={say("Choose somebody")}
              />
              <TextField name="reason" label={say("Why?")} />
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
