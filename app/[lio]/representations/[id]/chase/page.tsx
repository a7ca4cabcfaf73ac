import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { SubmitButton } from "@/app/_ui/submit-button"
import { ensure } from "@/lib/errors"
import { chaserOf, listChasers } from "@/lib/representations/chasing/queries"
import { mayRepresent } from "@/lib/representations/policy"
import { getStanding } from "@/lib/representations/standing/queries"
import { formatDate, say } from "@/lib/words"
import { RepresentationFrame } from "../../_parts/representation-frame"
import { chaseForm } from "../../actions"

/** Reminds the body of what still waits, by an email that staff read first and send themselves. */
export default async function Chase(props: PageProps) {
  const [frame, { of, said, chasers }] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayRepresent(ctx.actor))
    const of = await getStanding(ctx, id)
    const [said, chasers] = await Promise.all([
      chaserOf(ctx, of.whole, { toName: null, words: null }),
      listChasers(ctx, id),
    ])
    return { of, said, chasers }
  })
  const { whole } = of
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}`
  if (!whole.sentOn) redirect(at)
  const [last] = chasers
  return (
    <RepresentationFrame frame={frame} of={of} page="chase" title={say("Remind them")}>
      <h2>{say("Email them a polite reminder")}</h2>
      <p className="max-w-2xl">
        {say(
          "Reminders are never sent automatically. You decide when, at most once a day, and each one is kept in the history.",
        )}
        {last ? ` ${say("The last one was sent on {day}.", { day: formatDate(last.on) })}` : ""}
      </p>
      <h3>{say("What it says")}</h3>
      <div className="card mb-6 max-w-2xl">
        <p>
          {say("On {day} we sent {body} “{title}”, which says what voluntary groups are asking for.", {
            day: said.sentOn,
            body: said.body,
            title: said.title,
          })}
        </p>
        {said.waiting.length > 0 ? (
          <>
            <p className="mb-1">{say("These asks are waiting for a reply:")}</p>
            <ul>
              {said.waiting.map((ask) => (
                <li key={ask}>{ask}</li>
              ))}
            </ul>
          </>
        ) : null}
        {said.promises.map(({ ask, by, on }) => (
          <p key={ask}>{say("Promised by {by}, due {on}: {ask}", { by, on, ask })}</p>
        ))}
        <p className="mb-0">{say("Your own words come next, then a link to the paper.")}</p>
      </div>
      <Form
        action={chaseForm}
        lio={lio}
        submit={null}
        values={{ toName: last?.toName ?? whole.addressee, toEmail: last?.toEmail ?? null }}
      >
        <input type="hidden" name="id" value={whole.id} />
        <TextField name="toName" label={say("Who is it to?")} optional />
        <TextField name="toEmail" type="email" label={say("Their email address")} />
        <TextArea name="words" label={say("Your own words")} rows={4} optional />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton name="button" value="send">
            {say("Send the reminder")}
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
