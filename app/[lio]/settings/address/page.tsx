import { type PageProps, visit } from "@/app/_http/visit"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { getOwnAddress } from "@/lib/people/own-address/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../_parts/frame"
import { askToConfirmForm, correctAddressForm } from "./actions"

/** Whether the address that a manager signs in with is right: confirmed by a letter, or by the operator's command. */
export default async function OwnAddress(props: PageProps) {
  const [frame, own] = await visit(props, getOwnAddress)
  const lio = frame.lio.slug
  const email = <strong className="wrap-anywhere">{own.email}</strong>
  return (
    <Frame {...frame} title={say("Your email address")} at="settings">
      <BackLink href={`/${lio}/settings`}>{say("Settings")}</BackLink>
      <h1>{own.confirmed ? say("Your email address") : say("Confirm your email address")}</h1>
      {own.confirmed ? (
        <>
          <p>{sayRich("You’ve confirmed {email}. That’s where your sign-in links go.", { email })}</p>
          <p>
            <a href={`/${lio}/home`}>{say("Go to Today")}</a>
          </p>
        </>
      ) : (
        <Confirm lio={lio} {...own} />
      )}
    </Frame>
  )
}

type Props = { lio: string; email: string; mail: boolean }

function Confirm({ lio, email, mail }: Props) {
  const shown = <strong className="wrap-anywhere">{email}</strong>
  const code = (text: React.ReactNode) => <code className="wrap-anywhere">{text}</code>
  return (
    <>
      <p>
        {sayRich(
          "You’re signed in because you had the set-up code. Next time you’ll need a link that’s sent to {shown}, so make sure that it’s right: if there’s a mistake in it, you can’t sign in again.",
          { shown },
        )}
      </p>
      {mail ? (
        <>
          <h2>{say("By email")}</h2>
          <p>
            {sayRich(
              "We’ve emailed you a link. Open it and press “Sign in”. Nothing there after a few minutes? Check your spam folder, send it again, or <settings>see what the mail server says</settings>.",
              { settings: (text) => <a href={`/${lio}/settings/outbox`}>{text}</a> },
            )}
          </p>
          <Form
            action={askToConfirmForm}
            lio={lio}
            submit={say("Send it again")}
            kind="secondary"
            id="again"
          />
        </>
      ) : (
        <p>
          {sayRich(
            "No email leaves this computer yet, because EMAIL_URL isn’t set. You can confirm your address without it, or <email>set up email</email> first.",
            { email: (text) => <a href={`/${lio}/settings/email`}>{text}</a> },
          )}
        </p>
      )}
      <h2>{mail ? say("Without email") : say("With a command")}</h2>
      <p>
        {sayRich(
          "On the computer that Trellis runs on, in its folder, type <code>npx trellis sign-in-link --email {email}</code>. It prints a link. Open that in this browser, and press “Sign in”.",
          { code, email },
        )}
      </p>
      <p>
        {say(
          "If Trellis was started with a DATA_DIR of its own, put that in front of the command, as it was put in front of npm start. If somebody else looks after your computers, send them this page.",
        )}
      </p>
      <h2>{say("Is the address wrong?")}</h2>
      <Form action={correctAddressForm} lio={lio} submit={say("Correct the address")} id="correct">
        <TextField
          name="email"
          label={say("Your email address")}
          hint={say("You stay signed in.")}
          type="email"
          autoComplete="email"
          value={email}
          width="md"
        />
      </Form>
    </>
  )
}
