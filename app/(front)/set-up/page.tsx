import { notFound } from "next/navigation"
import { Radios } from "@/app/_ui/choices"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { LIO_KINDS } from "@/db/vocabulary"
import { needsSetUp } from "@/lib/lios/set-up/queries"
import { say } from "@/lib/words"
import { FrontFrame } from "../_parts/front-frame"
import { setUpForm } from "./actions"

/** The first visit to an empty installation. Gone once there is an LIO. */
export default async function SetUp() {
  if (!(await needsSetUp())) notFound()
  return (
    <FrontFrame title={say("Set up your organisation")}>
      <h1>{say("Set up your organisation")}</h1>
      <p>
        {say(
          "You’ll be its first manager. You can change everything here later except the address, and invite your colleagues once you’re in.",
        )}
      </p>
      <Form action={setUpForm} submit={say("Set up and continue")}>
        <TextField
          name="code"
          label={say("Set-up code")}
          hint={say(
            "Printed where Trellis was started, like K7QM-2XRD-9TWP. If somebody else looks after your computers, ask them.",
          )}
          width="md"
          autoComplete="off"
          spellCheck={false}
        />
        <TextField name="name" label={say("Name of your organisation")} autoComplete="organization" />
        <TextField
          name="slug"
          label={say("Short name for your web address")}
          hint={say(
            "Lower-case letters, digits and dashes. Your pages will be at {appUrl}/short-name. If you leave it empty, we’ll make it from the name.",
            { appUrl: process.env.APP_URL ?? "" },
          )}
          width="md"
          optional
          spellCheck={false}
        />
        <Radios
          name="kind"
          legend={say("What kind of organisation are you?")}
          options={Object.entries(LIO_KINDS).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="managerName" label={say("Your name")} autoComplete="name" width="md" />
        <TextField
          name="email"
          label={say("Your email address")}
          hint={say("You’ll sign in with this address, so check it carefully.")}
          type="email"
          autoComplete="email"
        />
      </Form>
    </FrontFrame>
  )
}
