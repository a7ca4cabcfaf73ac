import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { getEmailSettings } from "@/lib/email/trying/queries"
import type { Way } from "@/lib/email/way/words"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../_parts/frame"
import { Outcome } from "./_parts/outcome"
import { sendTestEmailForm } from "./actions"

/** How emails leave, and a test email to see whether they do. */
export default async function EmailSettings(props: PageProps) {
  const [frame, { way, from, email, trial }] = await visit(props, getEmailSettings)
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("Email settings")} at="settings">
      <BackLink href={`/${lio}/settings`}>{say("Settings")}</BackLink>
      <h1>{say("Email settings")}</h1>
      <Leaving way={way} from={from} />
      <h2>{say("Try it out")}</h2>
      {trial ? <Outcome lio={lio} trial={trial} /> : null}
      <Form
        action={sendTestEmailForm}
        lio={lio}
        submit={trial ? say("Send another test email") : say("Send a test email")}
        kind={trial ? "secondary" : undefined}
        id="test"
      >
        <p className="wrap-anywhere">{say("It goes to you, at {email}, and to nobody else.", { email })}</p>
      </Form>
      <p className="mt-6">
        {sayRich("<all>Every email sent</all> is on a page of its own, with those that couldn’t go out.", {
          all: (text) => <a href={`/${lio}/settings/outbox`}>{text}</a>,
        })}
      </p>
    </Frame>
  )
}

const code = (text: React.ReactNode) => <code className="wrap-anywhere">{text}</code>

/** Where emails go, and what whoever runs Trellis sets to change that. */
function Leaving({ way, from }: { way: Way; from: string }) {
  const sender = <strong className="wrap-anywhere">{from}</strong>
  if (way.by === "smtp")
    return (
      <p>
        {sayRich("Emails go out through the mail server {host}. They come from {sender}.", {
          host: <strong className="wrap-anywhere">{way.host}</strong>,
          sender,
        })}
      </p>
    )
  if (way.by === "resend")
    return <p>{sayRich("Emails go out through Resend. They come from {sender}.", { sender })}</p>
  return (
    <>
      <p>
        {say(
          "No email leaves this computer, because EMAIL_URL isn’t set. Each one is kept as a file instead, in the folder “outbox” of Trellis’s data.",
        )}
      </p>
      <p>{say("To send them, whoever runs Trellis sets these two and starts it again:")}</p>
      <ul>
        <li>
          {sayRich(
            "<code>EMAIL_URL=smtp://USER:PASSWORD@mail.example.org:587</code>, with your mail server’s own",
            { code },
          )}
        </li>
        <li>
          {sayRich("<code>EMAIL_FROM=office@example.org</code>, the address that they come from", { code })}
        </li>
      </ul>
    </>
  )
}
