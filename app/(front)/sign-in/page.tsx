import { redirect } from "next/navigation"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { needsSetUp } from "@/lib/lios/set-up/queries"
import { say } from "@/lib/words"
import { FrontFrame } from "../_parts/front-frame"
import { NoMail } from "../_parts/no-mail"
import { askForLinkForm } from "../actions"

export default async function SignIn({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  if (await needsSetUp()) redirect("/")
  const { next } = await searchParams
  return (
    <FrontFrame title={say("Sign in")}>
      <NoMail />
      <h1>{say("Sign in")}</h1>
      <p>
        {say(
          "Type the email address that your group or organisation gave us. We’ll send you a link. You don’t need a password.",
        )}
      </p>
      <Form action={askForLinkForm} submit={say("Email me a link")}>
        <input type="hidden" name="next" value={next ?? "/"} />
        <TextField name="email" label={say("Your email address")} type="email" autoComplete="email" />
      </Form>
    </FrontFrame>
  )
}
