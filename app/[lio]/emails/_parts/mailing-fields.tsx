import { TextArea, TextField } from "@/app/_ui/fields"
import { say } from "@/lib/words"

/** What an email to groups says. */
export const MailingFields = () => (
  <>
    <TextField name="subject" label={say("Subject")} />
    <TextArea
      name="words"
      label={say("Email")}
      hint={say("Leave an empty line between paragraphs. We add who it’s for, and how to reach you.")}
      rows={12}
    />
  </>
)
