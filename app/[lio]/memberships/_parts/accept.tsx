import { Radios } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { Form } from "@/app/_ui/form"
import { STAGES } from "@/db/vocabulary"
import type { PossibleDuplicate } from "@/lib/groups/similarity/queries"
import type { Request } from "@/lib/memberships/requests/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { acceptRequestForm } from "../actions"

type Props = { lio: string; request: Request; meant: PossibleDuplicate[]; asker: string }

const hintOf = ({ stage, postcode, because }: PossibleDuplicate) =>
  [STAGES[stage as keyof typeof STAGES], postcode, because].filter(Boolean).join(" · ")

/** Says yes: for a group that is on the list already, or a new one. */
export function Accept({ lio, request, meant, asker }: Props) {
  const asks = !request.groupId
  return (
    <section aria-labelledby="accept">
      <h2 id="accept">{say("Say yes")}</h2>
      <Form
        action={acceptRequestForm}
        lio={lio}
        id="accept-form"
        submit={say("Accept it")}
        values={{ group: meant.length === 0 ? "new" : "", speaks: meant.length === 0 ? "lead" : "" }}
      >
        <input type="hidden" name="id" value={request.id} />
        {request.kind === "renewal" ? (
          <p>{say("The next period then follows on the present one, and we write to them.")}</p>
        ) : null}
        {asks && meant.length === 0 ? (
          <>
            <input type="hidden" name="group" value="new" />
            <p>
              {say("There is no group like it on your list. It becomes a new one, with what was said here.")}
            </p>
          </>
        ) : null}
        {asks && meant.length > 0 ? (
          <Radios
            name="group"
            legend={say("Is it one of these?")}
            options={[
              ...meant.map((group) => ({
                value: group.id,
                label: (
                  <>
                    {sayRich("This one: {group}", {
                      group: (
                        <a href={`/${lio}/groups/${group.id}`} target="_blank" rel="noreferrer">
                          {group.name}
                        </a>
                      ),
                    })}
                  </>
                ),
                hint: hintOf(group),
              })),
              {
                value: "new",
                label: say("New: add “{group}” to the list", { group: request.said.group ?? "" }),
                hint: say("With what was said here"),
              },
            ]}
          />
        ) : null}
        {asks ? (
          <Radios
            name="speaks"
            legend={say("What may {asker} do for the group here?", { asker })}
            hint={say(
              "Whoever may speak for a group sees everything about it. Leave this if you’re not sure who they are.",
            )}
            options={[
              { value: "lead", label: say("Sign in, answer and sign off for it, and renew") },
              { value: "member", label: say("Sign in and answer for it") },
              { value: "", label: say("Nothing yet") },
            ]}
          />
        ) : null}
        {request.kind === "join" ? (
          <DateFields name="startsOn" legend={say("When does it begin?")} quick />
        ) : null}
      </Form>
    </section>
  )
}
