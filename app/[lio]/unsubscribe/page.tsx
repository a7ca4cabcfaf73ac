import { redirect } from "next/navigation"
import { type PageProps, refuse } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { Form } from "@/app/_ui/form"
import { FrontFrame } from "@/app/(front)/_parts/front-frame"
import { byLinkInEach, getPreferences } from "@/lib/email/preferences/queries"
import { STREAMS } from "@/lib/email/streams"
import { inWords, say } from "@/lib/words"
import { stopForm } from "../preferences/actions"

const DONE: Record<string, string> = {
  stop: say("Done. You will not get these emails any more."),
  again: say("Done. You will get these emails again."),
  monthly: say("Done. You will get the digest once a month."),
  everything: say("Done. You will only get emails to sign in and about your own answers."),
}

type Button = { what: keyof typeof DONE; label: string; kind?: "secondary" }

/** Behind "Stop these emails": opening it changes nothing, its buttons do, and each can be taken back. */
export default async function UnsubscribePage(props: PageProps) {
  const [{ lio = "" }, { token, now }] = await Promise.all([props.params, props.searchParams])
  if (typeof token !== "string") redirect(`/${lio}/preferences`)
  const read = byLinkInEach(
    { lio, token, purpose: "unsubscribe" },
    async (ctx, { personId, email, about = "digest" }) => {
      const { digest, streams } = await getPreferences(ctx, personId)
      const stopped = about === "digest" ? digest === "never" : !streams.includes(about)
      const all = digest === "never" && streams.length === 0
      return { name: ctx.lio.name, email, about, stopped, digest, all }
    },
  )
  const places = await read.catch(refuse)
  const { email = "", about = "digest" } = places[0] ?? {}
  const stopped = places.every((one) => one.stopped)
  const monthly = places.every(({ digest }) => digest === "monthly")
  const all = places.every((one) => one.all)
  const buttons: (Button | false)[] = [
    stopped
      ? { what: "again", label: say("Send me these emails again") }
      : { what: "stop", label: say("Stop these emails") },
    about === "digest" &&
      !monthly && {
        what: "monthly",
        label: say("Send the digest once a month instead"),
        kind: "secondary",
      },
    !all && { what: "everything", label: say("Stop everything that is not essential"), kind: "secondary" },
  ]
  return (
    <FrontFrame title={say("Stop these emails")}>
      {typeof now === "string" && DONE[now] && <Banner>{DONE[now]}</Banner>}
      <h1>{stopped ? say("These emails are stopped") : say("Stop these emails?")}</h1>
      <p>
        {say("{streams} from {places}, to {email}.", {
          streams: STREAMS[about].label,
          places: inWords(places.map(({ name }) => name)),
          email,
        })}
      </p>
      <div className="my-6 flex flex-col items-start gap-4">
        {buttons.map(
          (button) =>
            button && (
              <Form
                key={button.what}
                id={button.what}
                action={stopForm}
                submit={button.label}
                kind={button.kind}
              >
                <input type="hidden" name="lio" value={lio} />
                <input type="hidden" name="token" value={token} />
                <input type="hidden" name="what" value={button.what} />
              </Form>
            ),
        )}
      </div>
      <p>
        <a href={`/${lio}/preferences`}>{say("Sign in to choose in detail")}</a>
      </p>
    </FrontFrame>
  )
}
