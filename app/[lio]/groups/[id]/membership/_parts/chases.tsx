import { Radios } from "@/app/_ui/choices"
import { When } from "@/app/_ui/date"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { CHASE_WAYS } from "@/db/vocabulary"
import type { Chased } from "@/lib/memberships/queries"
import { say } from "@/lib/words"
import { addChaseForm } from "../../../../memberships/actions"

type Props = { lio: string; groupId: string; chases: Chased[]; keeps: boolean; now: Date }

const who = ({ by, to }: Chased) => [by ?? "Trellis", to ? `to ${to}` : ""].filter(Boolean).join(", ")

/** Each time the group was asked to renew, newest first; staff add what they did by hand. */
export function Chases({ lio, groupId, chases, keeps, now }: Props) {
  return (
    <section aria-labelledby="chases">
      <h3 id="chases">{say("How they were asked to renew")}</h3>
      {chases.length === 0 ? (
        <p>
          {say(
            "Not yet. Renewal emails that Trellis sends are listed here, and what you record: a call, a visit.",
          )}
        </p>
      ) : (
        <ul className="max-w-3xl list-none border-t border-line p-0">
          {chases.map((chase) => (
            <li key={chase.id} className="border-b border-line py-3">
              <p className="m-0 font-semibold">
                {chase.step === "grace"
                  ? say("{how}, after the end", { how: CHASE_WAYS[chase.how] })
                  : CHASE_WAYS[chase.how]}
              </p>
              <p className="m-0 text-soft">
                <When at={chase.at} now={now} />, {who(chase)}
              </p>
              {chase.note ? <p className="m-0 whitespace-pre-line">{chase.note}</p> : null}
            </li>
          ))}
        </ul>
      )}
      {keeps ? (
        <Form
          fold={say("Record that you asked them")}
          action={addChaseForm}
          lio={lio}
          id="chase"
          submit={say("Write it down")}
          kind="secondary"
          values={{ how: "phone" }}
        >
          <input type="hidden" name="groupId" value={groupId} />
          <Radios
            name="how"
            legend={say("How did you ask?")}
            inline
            options={Object.entries(CHASE_WAYS)
              .filter(([way]) => way !== "letter")
              .map(([value, label]) => ({ value, label }))}
          />
          <TextArea
            name="note"
            label={say("What did they say?")}
            hint={say("Only staff see this.")}
            rows={2}
            optional
          />
        </Form>
      ) : null}
    </section>
  )
}
