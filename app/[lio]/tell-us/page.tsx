import { type PageProps, visitPublic } from "@/app/_http/visit"
import { TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { getFace } from "@/lib/lios/look/queries"
import { say } from "@/lib/words"
import { PublicFrame } from "../_parts/public-frame"
import { tellForm } from "./actions"

/** Where anybody tells the LIO about their group or their idea. Public. */
export default async function TellUs(props: PageProps) {
  const face = await visitPublic(props, getFace)
  const { slug, name } = face
  return (
    <PublicFrame lio={face} title={say("Tell us about your group")}>
      <BackLink href={`/${slug}`}>{name}</BackLink>
      <h1>{say("Tell us about your group")}</h1>
      <p className="max-w-2xl">
        {say(
          "Do you run a group, or have an idea for one? Tell {name} about it in a few words. Somebody will read it and get in touch. It costs nothing and you don’t have to join.",
          { name },
        )}
      </p>
      <Form action={tellForm} submit={say("Send it to us")} className="max-w-2xl">
        <input type="hidden" name="lio" value={slug} />
        <TextArea name="about" label={say("Your group or your idea")} rows={4} />
        <TextArea name="wanted" label={say("What help are you looking for?")} rows={3} optional />
        <TextField
          name="place"
          label={say("Where is it?")}
          hint={say("A postcode or the name of a place")}
          width="md"
          optional
        />
        <TextField name="name" label={say("Your name")} width="md" autoComplete="name" />
        <p>{say("Give us your email address or your phone number, whichever you prefer.")}</p>
        <TextField
          name="email"
          label={say("Your email address")}
          type="email"
          width="md"
          autoComplete="email"
          optional
        />
        <TextField
          name="phone"
          label={say("Your phone number")}
          type="tel"
          width="md"
          autoComplete="tel"
          optional
        />
        <div className="hidden">
          <TextField name="company" label={say("Leave this empty")} autoComplete="off" optional />
        </div>
        <p className="text-soft">
          {say("Only the staff of {name} see this. It’s deleted a year after they’ve dealt with it.", {
            name,
          })}
        </p>
      </Form>
    </PublicFrame>
  )
}
